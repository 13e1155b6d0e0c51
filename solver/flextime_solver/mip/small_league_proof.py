"""Prove the optimum, a bound or infeasibility of a small league."""

from dataclasses import dataclass

from flextime.domain.leagues.league import League
from flextime.domain.runs.attempts import Bound, Instance
from flextime.domain.schedules.games import Schedule
from flextime_solver.backends.mip_result import MipStatus
from flextime_solver.backends.params import MipParams
from flextime_solver.mip.size_limits import is_small

_SOURCE = "a MIP model of the whole league"


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallLeagueProof:
    """Result of the MIP model of a small league.

    Attributes
    ----------
    schedule
        Best schedule found.
    bound
        Proven lower bound of the objective, in points.
    impossible
        Whether it is proven that no schedule satisfies all hard rules.
    """

    schedule: Schedule | None = None
    bound: Bound | None = None
    impossible: bool = False


def prove_small_league(
    instance: Instance, incumbent: Schedule | None, time_limit_s: float
) -> SmallLeagueProof:
    """Solve the MIP model of an instance whose league is small and has no locks.

    Parameters
    ----------
    instance
        For a larger league, or with a start schedule, the result is empty.
    incumbent
        Feasible schedule at which the solver starts.
    time_limit_s
        Limit in seconds of wall time.
    """
    if instance.start is not None or not is_small(instance.league):
        return SmallLeagueProof()
    return _solve(instance.league, incumbent, time_limit_s)


def _solve(
    league: League, incumbent: Schedule | None, time_limit_s: float
) -> SmallLeagueProof:
    from flextime_solver.mip.exact_solver import solve_exactly  # noqa: PLC0415 - CP-SAT takes a second to import, and only small leagues need it

    result = solve_exactly(league, MipParams(time_limit_s=time_limit_s), incumbent)
    points = result.bound
    return SmallLeagueProof(
        schedule=result.schedule,
        bound=None if points is None else Bound(points=points, source=_SOURCE),
        impossible=result.status is MipStatus.INFEASIBLE,
    )
