"""Kill the local stack at random while it works, and look for what is missing.

    make test-kill ARGS="--kills 40 --seed 1"

Each kill is `kill -9` of one child process (a function, a solver) or of the whole
tree, during writes, runs and deliveries. Ends with exit code 1 if anything that was
acknowledged is lost, or was done twice.
"""

import random
import sys
import tempfile
import time
from argparse import ArgumentParser
from pathlib import Path
from threading import Event, Thread

from e2e.conference_office import GYMNASTICS, Office
from e2e.whole_system import WholeSystem
from kill.processes import kill_one, kill_tree
from kill.verification import faults
from kill.workload import Acknowledged, Worker

_WORKERS = 3
_SHORTEST_S, _LONGEST_S = 0.5, 4.0
_TREE_SHARE = 0.4


def main() -> None:
    """Run the workload, kill, verify, and print what was found."""
    parser = ArgumentParser(prog="kill", description=__doc__)
    parser.add_argument("--kills", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = _run(Path(folder) / "data", chosen.kills, chosen.seed)
    for fault in found:
        print(f"FAULT: {fault}")
    sys.exit(1 if found else 0)


def _run(folder: Path, kills: int, seed: int) -> list[str]:
    choice = random.Random(seed)
    systems = [WholeSystem.start(folder)]
    with Office.of(systems[0]) as office:
        office.post("/v1/leagues", office.get(f"/v1/demo-data/{GYMNASTICS}")["league"])
    acknowledged, stopping = Acknowledged(), Event()
    workers = [
        Worker(lambda: systems[-1], acknowledged, stopping, random.Random(seed + n))
        for n in range(_WORKERS)
    ]
    threads = [Thread(target=worker.work, daemon=True) for worker in workers]
    for thread in threads:
        thread.start()
    trees = _kill(systems, folder, kills, choice)
    stopping.set()
    for thread in threads:
        thread.join()
    found = faults(systems[-1], acknowledged)
    found += [error for worker in workers for error in worker.errors]
    systems[-1].stop()
    print(
        f"{kills} kills, {trees} of them of the whole tree:"
        f" {len(acknowledged.schedules)} schedules and {len(acknowledged.runs)} runs"
        f" acknowledged, {len(found)} faults"
    )
    return found


def _kill(
    systems: list[WholeSystem], folder: Path, kills: int, choice: random.Random
) -> int:
    """Kill `kills` times; return how often it was the whole tree."""
    trees = 0
    for number in range(1, kills + 1):
        time.sleep(choice.uniform(_SHORTEST_S, _LONGEST_S))
        process = systems[-1].process
        whole = choice.random() < _TREE_SHARE or not kill_one(process.pid, choice)
        if whole:
            trees += 1
            kill_tree(process.pid)
            process.communicate()
            systems.append(WholeSystem.start(folder))
        print(f"kill {number}: {'the whole tree' if whole else 'one process'}")
    return trees


if __name__ == "__main__":
    main()
