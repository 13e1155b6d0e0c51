"""A small league solved to the proof, beside the search."""

from dataclasses import dataclass

from flextime.domain.runs.attempts import Bound, Instance
from flextime.domain.schedules.games import Schedule
from flextime_solver.backends.outcome import ExactParams, ExactStatus
from flextime_solver.mip.size_limits import is_small

_SOURCE = "a model of rows of the whole league"


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallProof:
    """`schedule` is the best one found; `impossible`: proven that there is none."""

    schedule: Schedule | None = None
    bound: Bound | None = None
    impossible: bool = False


def prove_small(
    instance: Instance, best: Schedule | None, time_limit_s: float
) -> SmallProof:
    """What rows tell of the league in time; nothing where it is large or has locks."""
    if instance.start is not None or not is_small(instance.league):
        return SmallProof()
    from flextime_solver.mip.exact_solver import solve_exactly  # noqa: PLC0415 - CP-SAT takes a second to import, and only small leagues need it

    params = ExactParams(time_limit_s=time_limit_s)
    found = solve_exactly(instance.league, params, best)
    points = found.bound
    return SmallProof(
        schedule=found.schedule,
        bound=None if points is None else Bound(points=points, source=_SOURCE),
        impossible=found.status is ExactStatus.INFEASIBLE,
    )
