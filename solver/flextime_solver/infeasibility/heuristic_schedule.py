"""A schedule by the compiled search, where rows take too long to find one."""

from dataclasses import replace
from math import inf

from flextime.domain.constraints import Constraint
from flextime.domain.leagues.goals import Goals
from flextime.domain.leagues.league import League
from flextime.domain.runs.attempts import Instance
from flextime.domain.schedules.checker import check
from flextime.domain.schedules.games import Schedule
from flextime_solver.lns.params import LnsParams
from flextime_solver.observer import Snapshot
from flextime_solver.params import SolveParams
from flextime_solver.phases.params import (
    BoundParams,
    PolishParams,
    SmallProofParams,
    TripModelParams,
)
from flextime_solver.solve import solve
from flextime_solver.stop import FirstOf, MaxRuntime, Requested

_NO_TRAVEL = Goals(travel_points_per_km=0)
_SEARCH_ONLY = SolveParams(
    bound=BoundParams(
        trips=TripModelParams(enabled=False), proof=SmallProofParams(share=0.0)
    ),
    polish=PolishParams(lns=LnsParams(share=0.0)),
)


class _GoodEnough:
    """An observer that asks for the end with a feasible schedule of so few points."""

    def __init__(self, points: float) -> None:
        self._points = points
        self.reached = False

    def observe(self, snapshot: Snapshot) -> None:
        enough = snapshot.infeasibility == 0 and snapshot.objective <= self._points
        self.reached = self.reached or enough


def first_schedule(league: League, time_limit_s: float) -> Schedule | None:
    """The first that keeps all hard rules, else what came nearest in time."""
    hard = tuple(rule for rule in league.active_constraints if rule.hard)
    return _found(replace(league, constraints=hard), inf, time_limit_s)


def least_broken(
    league: League, rule: Constraint, units: int, time_limit_s: float
) -> Schedule | None:
    """One that keeps all hard rules but `rule`, and breaks that as little as found.

    It is content with `units`. None when the others were not kept in time either.
    """
    others = tuple(
        other
        for other in league.active_constraints
        if other.hard and other.id != rule.id
    )
    relaxed = replace(league, constraints=(*others, replace(rule, hard=False)))
    found = _found(relaxed, units * rule.weight, time_limit_s)
    if found is None or not check(relaxed, found).score.feasible:
        return None
    return found


def _found(league: League, points: float, time_limit_s: float) -> Schedule | None:
    watch = _GoodEnough(points)
    instance = Instance(replace(league, goals=_NO_TRAVEL))
    stop = FirstOf(MaxRuntime(time_limit_s), Requested(lambda: watch.reached))
    return solve(instance, _SEARCH_ONLY, stop, seed=1, observer=watch).schedule
