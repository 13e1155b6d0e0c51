"""Several good schedules, of leagues of any size."""

import time
from dataclasses import dataclass

from flextime.domain.leagues.league import League
from flextime.domain.runs.attempts import Instance
from flextime.domain.schedules.games import Schedule
from flextime_solver.alternatives.diverse import (
    Answers,
    Difference,
    choose_diverse,
    diverse,
)
from flextime_solver.backends.outcome import ExactParams
from flextime_solver.mip.size_limits import is_small
from flextime_solver.params import SolveParams
from flextime_solver.phases.params import BoundParams, SmallProofParams
from flextime_solver.solve import solve
from flextime_solver.stop import MaxRuntime

_PROOF_SHARE = 0.5
"""Of the time, for exact answers where a league is small."""
_SPARE_SEARCHES = 1
"""Beyond one for each answer: some answers come out too alike or too costly."""
_MIN_SEARCH_S = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class AlternativesParams:
    """How long to look, and the seed of the first search."""

    time_limit_s: float
    seed: int = 1

    def __post_init__(self) -> None:
        if self.time_limit_s <= 0:
            raise ValueError("time_limit_s must be greater than 0")


def alternatives(
    league: League, number: int, difference: Difference, params: AlternativesParams
) -> Answers:
    """Up to `number` schedules that differ enough and are near the best, best first.

    A small league is solved exactly, an answer after the other. Of a larger one each
    answer is a search of its own seed: the best is then the best found, not proven.
    """
    ends = time.monotonic() + params.time_limit_s
    if is_small(league):
        exact = ExactParams(time_limit_s=_PROOF_SHARE * params.time_limit_s)
        found = diverse(league, number, difference, exact)
        if found.complete or (found.best_is_proven and len(found.schedules) == number):
            return found
    schedules: list[Schedule] = []
    searches = number + _SPARE_SEARCHES
    for search in range(searches):
        left_s = (ends - time.monotonic()) / (searches - search)
        if left_s < _MIN_SEARCH_S and schedules:
            break
        result = solve(
            Instance(league),
            SolveParams(bound=BoundParams(proof=SmallProofParams(share=0.0))),
            MaxRuntime(max(left_s, _MIN_SEARCH_S)),
            seed=params.seed + search,
        )
        if result.reasons:
            break
        if result.schedule is not None:
            schedules.append(result.schedule)
    chosen = choose_diverse(league, schedules, number, difference)
    return Answers(schedules=chosen, complete=False, best_is_proven=False)
