"""How good a season is after so many seconds, with so many worker processes.

    python tests/benchmark/solve_quality.py --seconds 10 30 60 --seeds 1 2 3

Wall time, machine as it is; the row of a time limit is the median over the seeds.
"""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import monotonic

sys.path.insert(0, str(Path(__file__).parents[1]))

import flextime
from benchmark.figures import table
from flextime.domain.ids import AttemptId
from flextime.domain.runs.attempts import AttemptParameters, AttemptResult, Instance
from flextime.serialization.json_documents import read_league
from flextime_solver.observer import Snapshot
from flextime_solver.runtime.portfolio import solve_with_workers
from flextime_solver.runtime.warm_up import warm_up

SHIPPED = Path(flextime.__file__).parent / "leagues" / "big12-mbb-2024-25.league.json"
_HEAD = (
    "s",
    "seed",
    "km",
    "soft",
    "hard",
    "feasible at s",
    "bound km",
    "gap",
    "ended at s",
)


@dataclass
class FirstFeasible:
    """Notes when the first schedule without hard violations comes."""

    begun: float
    at_s: float | None = None

    def observe(self, snapshot: Snapshot) -> None:
        if self.at_s is None and snapshot.infeasibility == 0:
            self.at_s = monotonic() - self.begun


@dataclass(frozen=True)
class Figures:
    seconds: float
    seed: int
    result: AttemptResult
    feasible_at_s: float | None
    ended_at_s: float

    @property
    def travel_km(self) -> float:
        return self.result.score.travel_m / 1000 if self.result.score else float("nan")

    def row(self) -> tuple[str, ...]:
        score, bound = self.result.score, self.result.bound
        points = score.objective if score else float("nan")
        return (
            f"{self.seconds:g}",
            str(self.seed),
            f"{self.travel_km:,.0f}",
            str(score.soft_penalty if score else "-"),
            str(score.infeasibility if score else "-"),
            "-" if self.feasible_at_s is None else f"{self.feasible_at_s:.1f}",
            "-" if bound is None else f"{bound.points:,.0f}",
            "-" if bound is None else f"{points / bound.points - 1:.1%}",
            f"{self.ended_at_s:.1f}",
        )


def main(arguments: Sequence[str] = ()) -> None:
    chosen = _arguments(arguments)
    warm_up()
    league = read_league(chosen.league.read_bytes())
    figures = [
        _solve(Instance(league), seconds, seed, chosen.workers)
        for seconds in chosen.seconds
        for seed in chosen.seeds
    ]
    rows = [figure.row() for figure in figures]
    for seconds in chosen.seconds:
        km = median(f.travel_km for f in figures if f.seconds == seconds)
        rows.append((f"{seconds:g}", "median", f"{km:,.0f}", *[""] * (len(_HEAD) - 3)))
    sys.stdout.write(
        table(f"{league.name}, {chosen.workers} workers", _HEAD, rows) + "\n"
    )


def _solve(instance: Instance, seconds: float, seed: int, workers: int) -> Figures:
    begun = monotonic()
    first = FirstFeasible(begun)
    parameters = AttemptParameters(
        attempt=AttemptId("1"), time_limit_s=seconds, seed=seed
    )
    result = solve_with_workers(instance, parameters, workers, first)
    return Figures(seconds, seed, result, first.at_s, monotonic() - begun)


def _arguments(arguments: Sequence[str]) -> Namespace:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--league", type=Path, default=SHIPPED)
    parser.add_argument("--seconds", type=float, nargs="+", default=[10, 30, 60])
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--workers", type=int, default=2)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
