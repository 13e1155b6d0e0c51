"""CP-SAT for a PuLP problem: one translation, several solves."""

from dataclasses import replace
from typing import Any

import pulp
from ortools.sat.python import cp_model
from pulp import LpProblem, LpVariable

from flextime_solver.backends.mip_result import MipResult, MipStatus
from flextime_solver.backends.params import MipParams

_STATUS = {
    cp_model.OPTIMAL: MipStatus.OPTIMAL,
    cp_model.FEASIBLE: MipStatus.FEASIBLE,
    cp_model.INFEASIBLE: MipStatus.INFEASIBLE,
    cp_model.UNKNOWN: MipStatus.UNKNOWN,
}


class CpSatProblem:
    """A problem translated for CP-SAT once, for several solves.

    PuLP translates. Its own call reports no bound, takes no assumptions and cannot
    enumerate solutions, therefore the solver is run here.

    Parameters
    ----------
    problem
        A missing objective is set to 0.

    Attributes
    ----------
    model
        CP-SAT's model.
    variables
        CP-SAT's variable for the id of each PuLP variable that a constraint or the
        objective uses.
    """

    def __init__(self, problem: LpProblem) -> None:
        if problem.objective is None:
            problem.setObjective(0)
        self.problem = problem
        objective = problem.objective
        self._has_objective = objective is not None and bool(objective.items())
        translator: Any = pulp.CPSAT  # PuLP's solver classes carry no types
        handles: list[Any] = translator(msg=False).buildSolverModel(problem)
        self.model: Any = problem.solverModel
        self.variables = dict(
            zip(
                (variable.id for variable in problem.exported_variables()),
                handles,
                strict=True,
            )
        )

    def solve(
        self, params: MipParams, hint: dict[LpVariable, int] | None = None
    ) -> MipResult:
        """Minimise, starting from the values of `hint`.

        Raises
        ------
        ValueError
            If CP-SAT rejects the model.
        """
        self.model.clear_hints()
        for variable, value in (hint or {}).items():
            if variable.id in self.variables:
                self.model.add_hint(self.variables[variable.id], value)
        solver, status = self._search(params)
        if status not in {MipStatus.OPTIMAL, MipStatus.FEASIBLE}:
            return MipResult(status)
        self.store_values(solver)
        objective = self.problem.objective
        offset = 0.0 if objective is None else objective.constant
        return MipResult(
            status,
            solver.objective_value + offset,
            solver.best_objective_bound + offset,
        )

    def solver(self, params: MipParams) -> cp_model.CpSolver:
        """Return a CP-SAT solver with these parameters."""
        solver = cp_model.CpSolver()
        solver.parameters.max_time_in_seconds = params.time_limit_s
        solver.parameters.num_workers = params.workers
        solver.parameters.random_seed = params.seed
        solver.parameters.relative_gap_limit = params.relative_gap
        # Ctrl-C interrupts the calling program, not this search alone
        solver.parameters.catch_sigint_signal = False
        return solver

    def run(self, solver: cp_model.CpSolver) -> MipStatus:
        """Run a solver on the model.

        Raises
        ------
        ValueError
            If CP-SAT rejects the model.
        """
        code = solver.solve(self.model)
        if code == cp_model.MODEL_INVALID:
            raise ValueError(f"CP-SAT rejects the model: {self.model.validate()}")
        return _STATUS[code]

    def store_values(self, solver: cp_model.CpSolver) -> None:
        """Store the solution of `run` as the values of the problem's variables."""
        for variable in self.problem.exported_variables():
            variable.varValue = solver.value(self.variables[variable.id])

    def _search(self, params: MipParams) -> tuple[cp_model.CpSolver, MipStatus]:
        """Without an objective, search with linear relaxations first, then without.

        Each of the two is ten times as fast as the other on some leagues of eight or
        nine teams.
        """
        solver = self.solver(params)
        if self._has_objective:
            return solver, self.run(solver)
        solver.parameters.max_deterministic_time = params.relaxation_work_s
        status = self.run(solver)
        remaining_s = params.time_limit_s - solver.wall_time
        if status is not MipStatus.UNKNOWN or remaining_s <= 0:
            return solver, status
        second = self.solver(replace(params, time_limit_s=remaining_s))
        second.parameters.linearization_level = 0
        return second, self.run(second)
