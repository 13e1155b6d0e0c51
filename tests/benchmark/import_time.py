"""Import time of the API's handler beside a bare FastAPI + Mangum one.

Each import is a process of its own, the two in turn, so that both meet the same
noise. CPU seconds of the child, user and system.
"""

import os
import subprocess
import sys
from pathlib import Path
from statistics import median

from benchmark.figures import table

ROOT = Path(__file__).parents[2]
ROUNDS = 7


def main() -> None:
    bare, ours = [], []
    for _ in range(ROUNDS):
        bare.append(_import_s("benchmark.bare_app"))
        ours.append(_import_s("api.app"))
    rows = [
        ("bare FastAPI + Mangum", f"{median(bare):.2f}", "1.0"),
        ("functions/api", f"{median(ours):.2f}", f"{median(ours) / median(bare):.1f}"),
    ]
    title = f"Import of a handler, median of {ROUNDS}"
    print(table(title, ("module", "CPU s", "times bare"), rows))


def _import_s(module: str) -> float:
    environment = os.environ | {"PYTHONPATH": f"{ROOT / 'functions'}:{ROOT / 'tests'}"}
    before = os.times()
    subprocess.run(
        [sys.executable, "-c", f"import {module}"], env=environment, check=True
    )
    after = os.times()
    return (
        after.children_user
        + after.children_system
        - before.children_user
        - before.children_system
    )


if __name__ == "__main__":
    main()
