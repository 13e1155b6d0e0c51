"""That a result has a proven bound, whichever attempt of its run proved one.

One attempt proves the bound early, so that the others can use their time to search.
Should it die, the others pass on what it had proven, or prove it when they are done.
"""

from dataclasses import replace

from flextime.domain.attempts import (
    AttemptResult,
    AttemptStatus,
    Bound,
    Instance,
)
from flextime_solver.model.compile import compile_league
from flextime_solver.model.trips import choose_trips

_MOST_S, _MOST_SHARE = 20.0, 0.3
"""Seconds for a proof, and their share of the attempt's time."""


def told_by_another(result: AttemptResult, points: float | None) -> AttemptResult:
    """With a bound that another attempt says it has proven, if that can be true."""
    if result.bound is not None or result.score is None or points is None:
        return result
    if result.score.feasible and not points <= result.score.objective:
        return result
    return _with(result, Bound(points=points, source="another attempt of this run"))


def proven_now(
    instance: Instance, result: AttemptResult, time_limit_s: float
) -> AttemptResult:
    """With the bound of the trip model, as far as that comes in a share of the time."""
    if result.bound is not None or result.score is None:
        return result
    limit_s = min(_MOST_S, _MOST_SHARE * time_limit_s)
    bound = choose_trips(compile_league(instance), limit_s).bound
    return result if bound is None else _with(result, bound)


def _with(result: AttemptResult, bound: Bound) -> AttemptResult:
    score = result.score
    reached = score and score.feasible and score.objective <= bound.points
    return replace(
        result,
        bound=bound,
        status=AttemptStatus.OPTIMAL if reached else result.status,
    )
