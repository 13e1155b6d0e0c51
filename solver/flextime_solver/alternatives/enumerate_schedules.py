"""All schedules of a league, when its rules leave few."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ortools.sat.python import cp_model

from flextime.domain.leagues.league import League
from flextime.domain.schedules.games import Schedule
from flextime_solver.backends.backend import CpSatProblem, value_of
from flextime_solver.backends.outcome import ExactParams, ExactStatus
from flextime_solver.mip.build import build_model
from flextime_solver.mip.model import SeasonModel
from flextime_solver.mip.placements import Placement
from flextime_solver.mip.supported import unsupported

type Chosen = frozenset[Placement]


@dataclass(frozen=True, slots=True, kw_only=True)
class Enumeration:
    """What there is.

    Attributes
    ----------
    complete
        Whether these are proven to be all; else the limit or the time came first.
    reasons
        Why a league is not supported, a sentence each.
    """

    schedules: tuple[Schedule, ...]
    complete: bool
    reasons: tuple[str, ...] = ()


def enumerate_schedules(league: League, limit: int, params: ExactParams) -> Enumeration:
    """Schedules without hard violations, up to `limit`, each once.

    Soft rules and travel play no part.
    """
    reasons = unsupported(league, travel=False)
    if reasons:
        return Enumeration(schedules=(), complete=False, reasons=reasons)
    model = build_model(league)
    search = _by_blocking if model.ambiguous else _by_one_search
    found, complete = search(model, limit, params)
    schedules = tuple(model.schedule(chosen) for chosen in found)
    return Enumeration(schedules=schedules, complete=complete)


def _by_one_search(
    model: SeasonModel, limit: int, params: ExactParams
) -> tuple[list[Chosen], bool]:
    """Every solution of the rows is another schedule: let CP-SAT go through them."""
    problem = CpSatProblem(model.problem)
    solver = problem.solver(replace(params, workers=1))
    solver.parameters.enumerate_all_solutions = True
    # relaxations cost more than they cut where every solution is visited
    solver.parameters.linearization_level = 0
    solver.parameters.keep_all_feasible_solutions_in_presolve = True
    collector = _Collector(model, problem, limit)
    code = solver.solve(problem.model, collector)
    complete = code in {cp_model.OPTIMAL, cp_model.INFEASIBLE}
    return collector.found, complete and not collector.stopped


class _Collector(cp_model.CpSolverSolutionCallback):
    """Keeps the games of each solution, and stops when one too many is there."""

    def __init__(self, model: SeasonModel, problem: CpSatProblem, limit: int) -> None:
        super().__init__()
        self.places = [
            (place, problem.columns[variable.id])
            for place, variable in model.x.items()
            if variable.id in problem.columns
        ]
        self.limit = limit
        self.found: list[Chosen] = []
        self.stopped = False

    def on_solution_callback(self) -> None:
        if len(self.found) == self.limit:
            self.stopped = True
            self.stop_search()
            return
        chosen = (place for place, column in self.places if self.value(column))
        self.found.append(frozenset(chosen))


def _by_blocking(
    model: SeasonModel, limit: int, params: ExactParams
) -> tuple[list[Chosen], bool]:
    """Solve, forbid the schedule found, solve again."""
    found: list[Chosen] = []
    for chosen in _one_after_another(model, params):
        if chosen is None:
            return found, False
        if len(found) == limit:
            return found, False
        found.append(chosen)
    return found, True


def _one_after_another(
    model: SeasonModel, params: ExactParams
) -> Iterator[Chosen | None]:
    """Schedules until there are no more; None when the time is over."""
    ends = time.monotonic() + params.time_limit_s
    problem = CpSatProblem(model.problem)
    while True:
        left_s = ends - time.monotonic()
        if left_s <= 0:
            yield None
            return
        solved = problem.solve(replace(params, time_limit_s=left_s))
        if solved.status is ExactStatus.INFEASIBLE:
            return
        if not solved.has_solution:
            yield None
            return
        chosen = frozenset(p for p, variable in model.x.items() if value_of(variable))
        yield chosen
        # fewer than all of its games: sum of x over them <= their number - 1
        columns = [problem.columns[model.x[place].id] for place in chosen]
        problem.model.add(sum(columns) <= len(columns) - 1)
