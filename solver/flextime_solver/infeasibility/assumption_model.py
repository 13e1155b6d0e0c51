"""The rows of a league with a switch for each rule: translated once, asked often."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from flextime.domain.constraints import Constraint
from flextime.domain.ids import ConstraintId
from flextime.domain.leagues.league import League
from flextime.domain.schedules.games import Schedule
from flextime_solver.backends.backend import CpSatProblem, value_of
from flextime_solver.backends.outcome import ExactParams, ExactStatus
from flextime_solver.mip.model import SeasonModel
from flextime_solver.mip.rule_terms import impose_while
from flextime_solver.mip.structure import require_structure

_MAX_WORK_S = 1.0
"""In CP-SAT's own count of work; a second or two on a slow machine."""
_MIN_WORK_S = 0.1
_SPARE = 10
"""What a proof for fewer rules may take, as a multiple of the first one."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether there is a schedule, as far as little work tells, and which."""

    status: ExactStatus
    schedule: Schedule | None = None


class SwitchedRules:
    """Which sets of rules the format leaves no schedule for.

    The first proof sets the measure for all that follow: sets of fewer rules are cut
    short where they take many times its work, since most of these have a schedule.
    """

    def __init__(self, league: League, rules: Iterable[Constraint]) -> None:
        self._model = SeasonModel(league)
        require_structure(self._model)
        switches = {}
        for rule in rules:
            switches[rule.id] = self._model.binary(f"keep_{rule.id}")
            impose_while(self._model, rule, switches[rule.id])
        self._problem = CpSatProblem(self._model.problem)
        # a rule without rows has no column
        self._columns: dict[ConstraintId, Any] = {
            name: self._problem.columns[switch.id]
            for name, switch in switches.items()
            if switch.id in self._problem.columns
        }
        self._proofs_work_s: float | None = None

    def ask(self, kept: Collection[ConstraintId], params: ExactParams) -> Answer:
        """Whether the format and the rules `kept` have a schedule."""
        for name, column in self._columns.items():
            domain = self._problem.model.proto.variables[column.index].domain
            domain.clear()
            domain.extend([int(name in kept)] * 2)
        solver = self._problem.solver(params)
        solver.parameters.max_deterministic_time = self._work_s
        status = self._problem.run(solver)
        if status is ExactStatus.INFEASIBLE and self._proofs_work_s is None:
            self._proofs_work_s = solver.deterministic_time
        if status not in {ExactStatus.OPTIMAL, ExactStatus.FEASIBLE}:
            return Answer(status)
        self._problem.keep_values(solver)
        games = self._model.x.items()
        chosen = [place for place, variable in games if value_of(variable)]
        return Answer(status, self._model.schedule(chosen))

    @property
    def _work_s(self) -> float:
        if self._proofs_work_s is None:
            return _MAX_WORK_S
        return min(_MAX_WORK_S, max(_MIN_WORK_S, _SPARE * self._proofs_work_s))
