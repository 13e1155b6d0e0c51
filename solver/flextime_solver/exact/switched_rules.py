"""The rows of a league with a switch for each rule: translated once, asked often."""

from collections.abc import Collection, Iterable
from typing import Any

from flextime.domain.constraints import Constraint
from flextime.domain.ids import ConstraintId
from flextime.domain.league import League
from flextime_solver.exact.backend import CpSatProblem
from flextime_solver.exact.excess import impose_while
from flextime_solver.exact.outcome import ExactParams, ExactStatus
from flextime_solver.exact.season_model import SeasonModel
from flextime_solver.exact.structure import require_structure


class SwitchedRules:
    """Which sets of rules the format leaves no schedule for."""

    def __init__(self, league: League, rules: Iterable[Constraint]) -> None:
        model = SeasonModel(league)
        require_structure(model)
        switches = {}
        for rule in rules:
            switches[rule.id] = model.binary(f"keep_{rule.id}")
            impose_while(model, rule, switches[rule.id])
        self._problem = CpSatProblem(model.problem)
        # a rule without rows has no column
        self._columns: dict[ConstraintId, Any] = {
            name: self._problem.columns[switch.id]
            for name, switch in switches.items()
            if switch.id in self._problem.columns
        }

    def status(
        self, kept: Collection[ConstraintId], params: ExactParams
    ) -> ExactStatus:
        """Whether the format and the rules `kept` have a schedule."""
        for name, column in self._columns.items():
            domain = self._problem.model.proto.variables[column.index].domain
            domain.clear()
            domain.extend([int(name in kept)] * 2)
        return self._problem.run(self._problem.quick_solver(params))
