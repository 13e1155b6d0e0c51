"""HiGHS as a solver of PuLP, and one call of it."""

from math import isinf

import pulp
from pulp import LpProblem

from flextime_solver.backends.mip_result import MipResult, MipStatus
from flextime_solver.backends.params import MipParams

_MIN_TIME_LIMIT_S = 0.01
_MAX_NODES = 2000
"""Node limit that replaces an infinite time limit: equal on every machine."""


def quiet_highs(time_limit_s: float, *, gapRel: float | None = None) -> pulp.HiGHS:  # noqa: N803 - PuLP's name
    """Return HiGHS with one thread and no output.

    Parameters
    ----------
    time_limit_s
        Limit in seconds of wall time; if infinite, the number of branch-and-bound nodes
        is limited instead, so that the result does not depend on the machine.
    gapRel
        Relative gap at which the call ends.
    """
    if isinf(time_limit_s):
        return pulp.HiGHS(
            msg=False,
            threads=1,
            gapRel=gapRel,
            output_flag=False,
            mip_max_nodes=_MAX_NODES,
        )
    return pulp.HiGHS(
        msg=False,
        threads=1,
        gapRel=gapRel,
        timeLimit=max(_MIN_TIME_LIMIT_S, time_limit_s),
        output_flag=False,
    )


def solve_with_highs(problem: LpProblem, params: MipParams) -> MipResult:
    """Minimise a problem that has an objective."""
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
        return MipResult(MipStatus.INFEASIBLE)
    if not statistics.has_solution:
        return MipResult(MipStatus.UNKNOWN, bound=statistics.best_bound)
    proven = statistics.status is pulp.constants.LpSolveStatus.Optimal
    # HiGHS reports "optimal" within the relative gap that it was given
    gap_is_closed = proven and params.relative_gap == 0
    return MipResult(
        MipStatus.OPTIMAL if gap_is_closed else MipStatus.FEASIBLE,
        statistics.objective,
        statistics.objective if gap_is_closed else statistics.best_bound,
    )
