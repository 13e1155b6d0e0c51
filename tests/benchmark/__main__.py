"""All benchmarks of this machine, one after another: `make bench`."""

from benchmark.solve_quality import main as solve_quality

from benchmark import api_latency, import_time, stack_ready

import_time.main()
stack_ready.main()
api_latency.main()
solve_quality()
