"""Quality, speed and memory of the solver: `make bench-solver INSTANCES=folder`.

    python -m benchmark.solver FOLDER --rows itc nl --seeds 1 2 3 --seconds 60 600

Each finished run is kept in the results file at once, so that the table can be made
piece by piece; `--rows` without any writes the tables from what is there.
"""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from benchmark.solver import records, report, search_speed
from benchmark.solver.instances import (
    ITC,
    TTP,
    Collection,
    season,
    season_as_paired,
)
from benchmark.solver.mip_runs import all_schedules, small_instances
from benchmark.solver.records import ROOT, Record
from benchmark.solver.searches import Budget, run
from flextime_solver.runtime.warm_up import warm_up

_ROWS = ("speed", "big12-iii", "big12-ii", "nl", "itc", "qoblib", "acc")


def main() -> None:
    chosen = _arguments()
    collection = Collection(chosen.instances)
    if chosen.rows:
        warm_up()
    for row in chosen.rows:
        for record in _runs(row, collection, chosen):
            records.append(chosen.results, record)
            print(
                f"{record.row} {record.instance} {record.seconds:g} s seed"
                f" {record.seed}: infeasibility {record.infeasibility}, value"
                f" {record.value:,.2f}, feasible at {record.feasible_at_s}, CPU"
                f" {record.cpu_s:.0f} of {record.wall_s:.0f} s",
                flush=True,
            )
    best = collection.best_known("itc2021") | collection.best_known("ttp")
    found = records.read(chosen.results)
    for text, document in (
        (report.targets_table(found, best), report.TARGETS_DOCUMENT),
        (report.instances_table(found, best), report.INSTANCES_DOCUMENT),
    ):
        report.write(text, document)
        print(text)


def _runs(row: str, collection: Collection, chosen: Namespace) -> Iterator[Record]:
    """The runs of a row; what needs no budget once a seed."""
    for seed in chosen.seeds:
        budget = Budget(0, seed, 1, "cpu")
        if row == "speed":
            yield search_speed.mixed(budget)
        elif row == "qoblib":
            yield from small_instances(collection, budget, chosen.only)
        elif row == "acc":
            yield from all_schedules(budget)
    for seconds, seed in product(chosen.seconds, chosen.seeds):
        budget = Budget(seconds, seed, chosen.workers, chosen.clock)
        yield from _searches(row, collection, budget, chosen)


def _searches(
    row: str, collection: Collection, budget: Budget, chosen: Namespace
) -> Iterator[Record]:
    if row == "big12-iii":
        yield run(row, "Big 12 mode iii", season(), budget, in_km=True)
    elif row == "big12-ii":
        yield run(row, "Big 12 mode ii", season_as_paired(), budget, in_km=True)
    elif row == "nl":
        for name in chosen.only or TTP:
            league = collection.tournament(name)
            yield run(row, name, league, budget, schedules=chosen.schedules)
    elif row == "itc":
        for name in chosen.only or ITC:
            league = collection.competition(name)
            yield run(row, name, league, budget, schedules=chosen.schedules)


def _arguments() -> Namespace:
    parser = ArgumentParser(prog="benchmark.solver", description=__doc__)
    parser.add_argument("instances", type=Path, help="folder of the instances")
    parser.add_argument("--rows", nargs="*", choices=_ROWS, default=_ROWS)
    parser.add_argument("--only", nargs="+", help="instances of a row")
    parser.add_argument("--seconds", type=float, nargs="+", default=[60.0, 600.0])
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument(
        "--clock",
        choices=("wall", "cpu"),
        default="wall",
        help="what seconds count: with cpu, one worker gets all of them",
    )
    parser.add_argument(
        "--results", type=Path, default=ROOT / "docs" / "benchmarks.jsonl"
    )
    parser.add_argument(
        "--schedules", type=Path, help="folder to keep what rows itc and nl find"
    )
    chosen = parser.parse_args()
    if not chosen.instances.is_dir():
        sys.exit(f"{chosen.instances}: no such folder")
    if chosen.schedules is not None:
        chosen.schedules.mkdir(parents=True, exist_ok=True)
    if chosen.clock == "cpu":
        chosen.workers = 1
    return chosen


if __name__ == "__main__":
    main()
