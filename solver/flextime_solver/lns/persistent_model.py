"""The round model kept in HiGHS: a neighbourhood changes bounds, nothing is rebuilt.

Fix-and-optimise as in Fonseca and Toffolo (2022), doi 10.1007/s10951-022-00742-w. The
incumbent is the MIP start, so a solution is never worse than it.
"""

import highspy
import numpy as np
import pulp
from numpy.typing import NDArray

from flextime_solver.backends.highs import quiet_highs
from flextime_solver.instance.round_constraints import Cell
from flextime_solver.lns.round_model import RoundModel

Floats = NDArray[np.float64]

_ROUNDING_THRESHOLD = 0.5


class PersistentRoundModel:
    """The round model inside HiGHS, with one column for each possible game.

    Parameters
    ----------
    model
        The model to hand over to HiGHS, once.
    start_max_s
        Maximum time in seconds to complete an incumbent to a MIP start.

    Raises
    ------
    TypeError
        If PuLP does not hand the model over to HiGHS.
    """

    def __init__(self, model: RoundModel, start_max_s: float) -> None:
        self._start_max_s = start_max_s
        self._cells = list(model.games)
        solver = quiet_highs(0.01)
        solver.createAndConfigureSolver(model.problem)
        solver.buildSolverModel(model.problem)
        highs = model.problem.solverModel
        if not isinstance(highs, highspy.Highs):
            raise TypeError("PuLP did not hand the model over to HiGHS")
        self._highs = highs
        exported: list[pulp.LpVariable] = model.problem.exported_variables()
        column = {variable.id: place for place, variable in enumerate(exported)}
        self._started_from: set[Cell] = set()
        self._start: Floats | None = None
        self._columns = np.array(
            [column[model.games[cell].id] for cell in self._cells], dtype=np.int32
        )

    def improve(
        self, incumbent: set[Cell], freed: set[Cell], time_limit_s: float, nodes: int
    ) -> tuple[set[Cell] | None, bool]:
        """Find the best games with all cells but `freed` fixed to the incumbent.

        Parameters
        ----------
        incumbent
            Cells (home, away, round) of the games to improve.
        freed
            Cells that may change.
        time_limit_s
            Maximum time in seconds; it may be infinite.
        nodes
            Maximum nodes of branch and bound.

        Returns
        -------
        tuple
            The cells of the games, None where none better than the incumbent were
            found; and whether they are proven optimal for this neighbourhood.
        """
        present = np.array([cell in incumbent for cell in self._cells], dtype=float)
        free = np.array([cell in freed for cell in self._cells])
        start = self._mip_start(incumbent, present)
        if start is None:
            return None, False
        self._bound(np.where(free, 0.0, present), np.where(free, 1.0, present))
        highs = self._highs
        highs.setOptionValue("time_limit", time_limit_s)
        highs.setOptionValue("mip_max_nodes", nodes)
        highs.setSolution(len(start), np.arange(len(start), dtype=np.int32), start)
        highs.run()
        proven = highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
        values = self._values()
        if values is None:
            return None, proven
        found = {
            cell
            for cell, value in zip(self._cells, values[self._columns], strict=True)
            if value > _ROUNDING_THRESHOLD
        }
        return (None if found == incumbent else found), proven

    def _mip_start(self, incumbent: set[Cell], present: Floats) -> Floats | None:
        """Values of all columns for an incumbent; its games determine its trips."""
        if self._started_from != incumbent:
            self._bound(present, present)
            self._highs.setOptionValue("time_limit", self._start_max_s)
            self._highs.run()
            self._started_from, self._start = incumbent, self._values()
        return self._start

    def _bound(self, lower: Floats, upper: Floats) -> None:
        self._highs.clearSolver()
        self._highs.changeColsBounds(len(self._columns), self._columns, lower, upper)

    def _values(self) -> Floats | None:
        """Values of all columns, None where HiGHS holds no feasible solution."""
        feasible = highspy.SolutionStatus.kSolutionStatusFeasible
        if self._highs.getInfo().primal_solution_status != feasible:
            return None
        return np.array(self._highs.getSolution().col_value)
