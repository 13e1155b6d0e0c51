"""Schedules by heuristic search, for leagues whose MIP model takes too long."""

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
_SEED = 1


class _TargetReached:
    """An observer that notes when a feasible schedule reaches a target objective."""

    def __init__(self, target_points: float) -> None:
        self._target_points = target_points
        self.reached = False

    def observe(self, snapshot: Snapshot) -> None:
        if snapshot.infeasibility == 0 and snapshot.objective <= self._target_points:
            self.reached = True


def search_feasible(league: League, time_limit_s: float) -> Schedule | None:
    """Search for a schedule that satisfies all hard rules, ignoring soft ones.

    Parameters
    ----------
    league
        League to be scheduled.
    time_limit_s
        Limit in seconds of wall time; the search ends at the first feasible schedule.

    Returns
    -------
    Schedule | None
        A feasible schedule, or else the best one found. None if the preflight proves
        the league infeasible.
    """
    hard = tuple(rule for rule in league.active_constraints if rule.hard)
    return _search(replace(league, constraints=hard), inf, time_limit_s)


def search_min_deviation(
    league: League, rule: Constraint, target_deviation: int, time_limit_s: float
) -> Schedule | None:
    """Search for a schedule that violates one hard rule as little as possible.

    Parameters
    ----------
    league
        League with the rule.
    rule
        Hard rule that may be violated; soft rules and travel are ignored.
    target_deviation
        Deviation at which the search ends, in the rule's own unit.
    time_limit_s
        Limit in seconds of wall time.

    Returns
    -------
    Schedule | None
        None if no schedule that satisfies all other hard rules was found.
    """
    others = tuple(
        other
        for other in league.active_constraints
        if other.hard and other.id != rule.id
    )
    relaxed = replace(league, constraints=(*others, replace(rule, hard=False)))
    schedule = _search(relaxed, target_deviation * rule.weight, time_limit_s)
    if schedule is None or not check(relaxed, schedule).score.feasible:
        return None
    return schedule


def _search(
    league: League, target_points: float, time_limit_s: float
) -> Schedule | None:
    target = _TargetReached(target_points)
    instance = Instance(replace(league, goals=_NO_TRAVEL))
    stop = FirstOf(MaxRuntime(time_limit_s), Requested(lambda: target.reached))
    return solve(instance, _SEARCH_ONLY, stop, seed=_SEED, observer=target).schedule
