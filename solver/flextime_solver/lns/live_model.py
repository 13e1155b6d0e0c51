"""A model that stays in HiGHS: neighbourhoods change bounds, nothing is rebuilt.

Fix-and-optimize as in Fonseca and Toffolo (2022), doi 10.1007/s10951-022-00742-w; the
incumbent is the start, so an answer is never worse than it.
"""

import highspy
import numpy as np
import pulp
from numpy.typing import NDArray

from flextime_solver.backends.highs import quiet_highs
from flextime_solver.instance.round_constraints import Cell
from flextime_solver.lns.season_model import SeasonModel

Floats = NDArray[np.float64]

_ROUND_UP = 0.5
_COMPLETION_S = 10.0


class LiveSeason:
    """The season model inside HiGHS, with its games as columns."""

    def __init__(self, model: SeasonModel) -> None:
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
        self._start_of: set[Cell] = set()
        self._start: Floats | None = None
        self._columns = np.array(
            [column[model.games[cell].id] for cell in self._cells], dtype=np.int32
        )

    def improve(
        self, incumbent: set[Cell], freed: set[Cell], time_limit_s: float, nodes: int
    ) -> tuple[set[Cell] | None, bool]:
        """Best games with all cells but `freed` as in the incumbent.

        Returns
        -------
        tuple
            The games, None where none better than the incumbent's were found, and
            whether that is proven for this neighbourhood.
        """
        present = np.array([cell in incumbent for cell in self._cells], dtype=float)
        free = np.array([cell in freed for cell in self._cells])
        start = self._whole_solution(incumbent, present)
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
            if value > _ROUND_UP
        }
        return (None if found == incumbent else found), proven

    def _whole_solution(self, incumbent: set[Cell], present: Floats) -> Floats | None:
        """Values of all columns for an incumbent; its trips follow from its games."""
        if self._start_of != incumbent:
            self._bound(present, present)
            self._highs.setOptionValue("time_limit", _COMPLETION_S)
            self._highs.run()
            self._start_of, self._start = incumbent, self._values()
        return self._start

    def _bound(self, lower: Floats, upper: Floats) -> None:
        self._highs.clearSolver()
        self._highs.changeColsBounds(len(self._columns), self._columns, lower, upper)

    def _values(self) -> Floats | None:
        """The columns' values, if what HiGHS holds is a solution at all."""
        feasible = highspy.SolutionStatus.kSolutionStatusFeasible
        if self._highs.getInfo().primal_solution_status != feasible:
            return None
        return np.array(self._highs.getSolution().col_value)
