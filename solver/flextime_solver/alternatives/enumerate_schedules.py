"""Enumerate all schedules of a tightly constrained league."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ortools.sat.python import cp_model

from flextime.domain.leagues.league import League
from flextime.domain.schedules.games import Schedule
from flextime_solver.backends.cp_sat import CpSatProblem
from flextime_solver.backends.deadline import Deadline
from flextime_solver.backends.mip_result import MipStatus
from flextime_solver.backends.params import MipParams
from flextime_solver.backends.solve_problem import value_of
from flextime_solver.mip.build_model import build_model
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.placements import Placement
from flextime_solver.mip.unsupported import unsupported_reasons

type Selection = frozenset[Placement]
"""The placements of one schedule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enumeration:
    """Schedules of a league.

    Attributes
    ----------
    schedules
        Distinct schedules without hard violations.
    complete
        Whether these are proven to be all; otherwise the limit or the time came first.
    reasons
        If the league is not supported, a sentence for each reason.
    """

    schedules: tuple[Schedule, ...]
    complete: bool
    reasons: tuple[str, ...] = ()


def enumerate_schedules(league: League, limit: int, params: MipParams) -> Enumeration:
    """Return the distinct schedules without hard violations, up to `limit`.

    Soft rules and travel are ignored.

    Parameters
    ----------
    league
        League whose hard rules leave few schedules.
    limit
        Greatest number of schedules.
    params
        Seed and time limit; the solver is always CP-SAT.
    """
    reasons = unsupported_reasons(league, travel=False)
    if reasons:
        return Enumeration(schedules=(), complete=False, reasons=reasons)
    model = build_model(league)
    enumerate_ = _by_no_good_cuts if model.has_redundant_solutions else _by_one_search
    found, complete = enumerate_(model, limit, params)
    schedules = tuple(model.schedule(selection) for selection in found)
    return Enumeration(schedules=schedules, complete=complete)


def _by_one_search(
    model: MipModel, limit: int, params: MipParams
) -> tuple[list[Selection], bool]:
    """Let CP-SAT enumerate the solutions, each of which is another schedule."""
    problem = CpSatProblem(model.problem)
    # CP-SAT enumerates with one worker only
    solver = problem.solver(replace(params, workers=1))
    solver.parameters.enumerate_all_solutions = True
    # relaxations cost more than they prune if every solution is visited
    solver.parameters.linearization_level = 0
    solver.parameters.keep_all_feasible_solutions_in_presolve = True
    collector = _SolutionCollector(model, problem, limit)
    code = solver.solve(problem.model, collector)
    complete = code in {cp_model.OPTIMAL, cp_model.INFEASIBLE}
    return collector.found, complete and not collector.stopped


class _SolutionCollector(cp_model.CpSolverSolutionCallback):
    """Stores the games of each solution; stops at the first one above the limit."""

    def __init__(self, model: MipModel, problem: CpSatProblem, limit: int) -> None:
        super().__init__()
        self.places = [
            (place, problem.variables[variable.id])
            for place, variable in model.x.items()
            if variable.id in problem.variables
        ]
        self.limit = limit
        self.found: list[Selection] = []
        self.stopped = False

    def on_solution_callback(self) -> None:
        if len(self.found) == self.limit:
            self.stopped = True
            self.stop_search()
            return
        selected = (place for place, variable in self.places if self.value(variable))
        self.found.append(frozenset(selected))


def _by_no_good_cuts(
    model: MipModel, limit: int, params: MipParams
) -> tuple[list[Selection], bool]:
    """Solve, exclude the schedule found by a constraint, and solve again."""
    found: list[Selection] = []
    for selection in _successive_solutions(model, params):
        if selection is None or len(found) == limit:
            return found, False
        found.append(selection)
    return found, True


def _successive_solutions(
    model: MipModel, params: MipParams
) -> Iterator[Selection | None]:
    """Yield schedules until there are no more; yield None at the time limit."""
    deadline = Deadline(params.time_limit_s)
    problem = CpSatProblem(model.problem)
    while (limited := deadline.limit(params)) is not None:
        result = problem.solve(limited)
        if result.status is MipStatus.INFEASIBLE:
            return
        if not result.has_solution:
            break
        selection = frozenset(
            p for p, variable in model.x.items() if value_of(variable)
        )
        yield selection
        # sum of x over the schedule's games <= their number - 1
        variables = [problem.variables[model.x[place].id] for place in selection]
        problem.model.add(sum(variables) <= len(variables) - 1)
    yield None
