"""Feasibility and CPU time of the exact solver on every instance of a folder.

    python tests/benchmark/mip_quality.py FOLDER [SECONDS]

Prints a line for each RobinX file: status, CPU seconds and the checker's verdict.
"""

import sys
import time
from pathlib import Path
from statistics import median

from flextime.serialization.robinx import evaluate, read_instance
from flextime_solver.backends.params import MipParams
from flextime_solver.mip.exact_solver import solve_exactly

QUICK_S = 2.0


def main(folder: Path, time_limit_s: float) -> None:
    seconds = []
    feasible = 0
    for path in sorted(folder.glob("*.xml")):
        league = read_instance(path.read_bytes())
        begun_s = time.process_time()
        result = solve_exactly(league, MipParams(time_limit_s=time_limit_s))
        seconds.append(time.process_time() - begun_s)
        verdict = "no schedule"
        if result.schedule is not None:
            infeasibility = evaluate(league, result.schedule).infeasibility
            feasible += infeasibility == 0
            verdict = f"infeasibility {infeasibility}"
        line = f"{path.stem:40} {result.status:12} {seconds[-1]:7.2f} s CPU  {verdict}"
        sys.stdout.write(f"{line}\n")
    sys.stdout.write(
        f"{feasible} of {len(seconds)} feasible; CPU seconds: median"
        f" {median(seconds):.2f}, most {max(seconds):.2f};"
        f" {sum(one <= QUICK_S for one in seconds)} within {QUICK_S:.0f} s\n"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]) if len(sys.argv) > 2 else 30.0)
