"""The two solvers behind PuLP: one problem in, values, objective and bound out."""

from dataclasses import dataclass, replace
from typing import Any

import pulp
from ortools.sat.python import cp_model
from pulp import LpProblem, LpVariable

from flextime_solver.backends.outcome import Backend, ExactParams, ExactStatus

FIRST_TRY_DETERMINISTIC_S = 4.0
"""In CP-SAT's own count of work, which is the same on every machine."""


@dataclass(frozen=True, slots=True)
class Solved:
    """How a problem was left; its variables hold the values when there is a solution.

    `objective` and `bound` are in the problem's own unit.
    """

    status: ExactStatus
    objective: float | None = None
    bound: float | None = None

    @property
    def has_solution(self) -> bool:
        return self.status in {ExactStatus.OPTIMAL, ExactStatus.FEASIBLE}


def solve_problem(
    problem: LpProblem,
    params: ExactParams,
    hint: dict[LpVariable, int] | None = None,
) -> Solved:
    """Minimise; `hint` is where CP-SAT begins, HiGHS takes it when it is complete."""
    if problem.objective is None:
        problem.setObjective(0)
    if params.backend is Backend.HIGHS:
        return _solve_by_highs(problem, params)
    return CpSatProblem(problem).solve(params, hint)


def value_of(variable: LpVariable) -> int:
    """A variable that no row or goal uses has no value: it stays at 0."""
    return 0 if variable.varValue is None else round(variable.varValue)


def _solve_by_highs(problem: LpProblem, params: ExactParams) -> Solved:
    statistics = problem.solve(
        pulp.HiGHS(
            msg=False,
            timeLimit=params.time_limit_s,
            threads=params.workers,
            gapRel=params.relative_gap,
            random_seed=params.seed,
        )
    )
    if statistics.status is pulp.constants.LpSolveStatus.Infeasible:
        return Solved(ExactStatus.INFEASIBLE)
    if not statistics.has_solution:
        return Solved(ExactStatus.UNKNOWN, bound=statistics.best_bound)
    proven = statistics.status is pulp.constants.LpSolveStatus.Optimal
    gap_is_closed = proven and params.relative_gap == 0
    return Solved(
        ExactStatus.OPTIMAL if gap_is_closed else ExactStatus.FEASIBLE,
        statistics.objective,
        statistics.objective if gap_is_closed else statistics.best_bound,
    )


class CpSatProblem:
    """A problem translated for CP-SAT once, for several solves.

    PuLP translates; its own call says nothing of the bound, takes no assumptions and
    cannot enumerate, so the solver is run here.
    """

    def __init__(self, problem: LpProblem) -> None:
        if problem.objective is None:
            problem.setObjective(0)
        self.problem = problem
        goal = problem.objective
        self._has_goal = goal is not None and bool(goal.items())
        translator: Any = pulp.CPSAT  # PuLP's solver classes carry no types
        handles: list[Any] = translator(msg=False).buildSolverModel(problem)
        self.model: Any = problem.solverModel
        self.columns = dict(
            zip(
                (variable.id for variable in problem.exported_variables()),
                handles,
                strict=True,
            )
        )

    def solve(
        self, params: ExactParams, hint: dict[LpVariable, int] | None = None
    ) -> Solved:
        self.model.clear_hints()
        for variable, value in (hint or {}).items():
            if variable.id in self.columns:
                self.model.add_hint(self.columns[variable.id], value)
        solver, status = self._search(params)
        if status not in {ExactStatus.OPTIMAL, ExactStatus.FEASIBLE}:
            return Solved(status)
        self.keep_values(solver)
        goal = self.problem.objective
        offset = 0.0 if goal is None else goal.constant
        return Solved(
            status,
            solver.objective_value + offset,
            solver.best_objective_bound + offset,
        )

    def solver(self, params: ExactParams) -> cp_model.CpSolver:
        """CP-SAT for this problem."""
        solver = cp_model.CpSolver()
        solver.parameters.max_time_in_seconds = params.time_limit_s
        solver.parameters.num_workers = params.workers
        solver.parameters.random_seed = params.seed
        solver.parameters.relative_gap_limit = params.relative_gap
        # Ctrl-C is for the program that asks, not for this search alone
        solver.parameters.catch_sigint_signal = False
        return solver

    def run(self, solver: cp_model.CpSolver) -> ExactStatus:
        code = solver.solve(self.model)
        if code == cp_model.MODEL_INVALID:
            raise ValueError(f"CP-SAT refuses the rows: {self.model.validate()}")
        return _STATUS[code]

    def keep_values(self, solver: cp_model.CpSolver) -> None:
        """The solution of `run` as the values of the problem's variables."""
        for variable in self.problem.exported_variables():
            variable.varValue = solver.value(self.columns[variable.id])

    def _search(self, params: ExactParams) -> tuple[cp_model.CpSolver, ExactStatus]:
        """Without a goal, first with relaxations, then without them.

        Either is ten times as fast as the other on some leagues of eight or nine teams.
        """
        solver = self.solver(params)
        if self._has_goal:
            return solver, self.run(solver)
        solver.parameters.max_deterministic_time = FIRST_TRY_DETERMINISTIC_S
        status = self.run(solver)
        left_s = params.time_limit_s - solver.wall_time
        if status is not ExactStatus.UNKNOWN or left_s <= 0:
            return solver, status
        again = self.solver(replace(params, time_limit_s=left_s))
        again.parameters.linearization_level = 0
        return again, self.run(again)


_STATUS = {
    cp_model.OPTIMAL: ExactStatus.OPTIMAL,
    cp_model.FEASIBLE: ExactStatus.FEASIBLE,
    cp_model.INFEASIBLE: ExactStatus.INFEASIBLE,
    cp_model.UNKNOWN: ExactStatus.UNKNOWN,
}
