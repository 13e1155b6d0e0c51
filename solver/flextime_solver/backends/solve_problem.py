"""Solve a linear problem with the solver that the parameters name."""

from pulp import LpProblem, LpVariable

from flextime_solver.backends.cp_sat import CpSatProblem
from flextime_solver.backends.highs import solve_with_highs
from flextime_solver.backends.mip_result import MipResult
from flextime_solver.backends.params import Backend, MipParams


def solve_problem(
    problem: LpProblem,
    params: MipParams,
    hint: dict[LpVariable, int] | None = None,
) -> MipResult:
    """Minimise a problem; a missing objective is set to 0.

    Parameters
    ----------
    problem
        Its variables hold the values of the solution afterwards.
    params
        Solver, limits and seed.
    hint
        Values at which CP-SAT starts its search. HiGHS takes none.

    Raises
    ------
    ValueError
        If CP-SAT rejects the problem.
    """
    if problem.objective is None:
        problem.setObjective(0)
    if params.backend is Backend.HIGHS:
        return solve_with_highs(problem, params)
    return CpSatProblem(problem).solve(params, hint)


def value_of(variable: LpVariable) -> int:
    """Return the value of an integer variable in the last solution.

    A variable that appears in no constraint and no objective has no value: it counts
    as 0.
    """
    return 0 if variable.varValue is None else round(variable.varValue)
