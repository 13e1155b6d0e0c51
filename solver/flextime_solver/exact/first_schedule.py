"""A first schedule by the compiled search, where rows take too long to find one."""

from dataclasses import replace

from flextime.domain.attempts import AttemptStatus, Instance
from flextime.domain.checker import check
from flextime.domain.goals import Goals
from flextime.domain.league import League
from flextime.domain.schedule import Schedule
from flextime_solver.observer import Moment
from flextime_solver.params import SolveParams
from flextime_solver.search.stop import FirstOf, MaxRuntime, Requested
from flextime_solver.solve import solve

_NO_TRAVEL = Goals(travel_points_per_km=0)
_QUICKLY = SolveParams(choose_trips=False, proof_share=0.0, neighbourhood_share=0.0)


class _UntilFeasible:
    """An observer that asks for the end with the first feasible schedule."""

    def __init__(self) -> None:
        self.reached = False

    def observe(self, moment: Moment) -> None:
        self.reached = self.reached or moment.infeasibility == 0

    def asked(self) -> bool:
        return self.reached


def first_schedule(league: League, time_limit_s: float) -> Schedule | None:
    """A schedule that keeps all hard rules; None when none was found in time."""
    hard = tuple(rule for rule in league.active_constraints if rule.hard)
    watch = _UntilFeasible()
    stop = FirstOf(MaxRuntime(time_limit_s), Requested(watch.asked))
    return _found(replace(league, constraints=hard, goals=_NO_TRAVEL), stop, watch)


def least_broken(league: League, time_limit_s: float) -> Schedule | None:
    """The fewest points found in time without breaking a hard rule; travel is free."""
    stop = FirstOf(MaxRuntime(time_limit_s))
    return _found(replace(league, goals=_NO_TRAVEL), stop, None)


def _found(
    league: League, stop: FirstOf, watch: _UntilFeasible | None
) -> Schedule | None:
    result = solve(Instance(league), _QUICKLY, stop, seed=1, observer=watch)
    found = result.status in {AttemptStatus.FEASIBLE, AttemptStatus.OPTIMAL}
    if not found or result.schedule is None:
        return None
    return result.schedule if check(league, result.schedule).score.feasible else None
