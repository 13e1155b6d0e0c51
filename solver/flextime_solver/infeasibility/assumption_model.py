"""The MIP model of a league with an indicator for each rule, solved for subsets."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from flextime.domain.constraints import Constraint
from flextime.domain.ids import ConstraintId
from flextime.domain.leagues.league import League
from flextime.domain.schedules.games import Schedule
from flextime_solver.backends.cp_sat import CpSatProblem
from flextime_solver.backends.mip_result import MipStatus
from flextime_solver.backends.params import MipParams
from flextime_solver.backends.solve_problem import value_of
from flextime_solver.infeasibility.params import ProofWorkParams
from flextime_solver.mip.format_constraints import add_format_constraints
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.rule_constraints import add_indicator


@dataclass(frozen=True, slots=True)
class AssumptionResult:
    """Result for one subset of rules.

    Attributes
    ----------
    status
        `UNKNOWN` if the limit of work came first.
    schedule
        A schedule of the subset, if one was found.
    """

    status: MipStatus
    schedule: Schedule | None = None


class AssumptionModel:
    """A model whose rules are enforced by assumption, translated for CP-SAT once.

    The work of the first proof of infeasibility limits the later ones: a proof for
    fewer rules that takes many times as long usually does not exist, since most subsets
    have a schedule.

    Parameters
    ----------
    league
        League whose format always holds.
    rules
        Rules with a linear form, each with an indicator.
    params
        Limits of the proofs.
    """

    def __init__(
        self, league: League, rules: Iterable[Constraint], params: ProofWorkParams
    ) -> None:
        self._params = params
        self._model = MipModel(league)
        add_format_constraints(self._model)
        indicators = {}
        for rule in rules:
            indicators[rule.id] = self._model.binary(f"keep_{rule.id}")
            add_indicator(self._model, rule, indicators[rule.id])
        self._problem = CpSatProblem(self._model.problem)
        # a rule without constraints has no variable in the translated problem
        self._indicators: dict[ConstraintId, Any] = {
            name: self._problem.variables[indicator.id]
            for name, indicator in indicators.items()
            if indicator.id in self._problem.variables
        }
        self._first_proof_work_s: float | None = None

    def solve(
        self, enforced: Collection[ConstraintId], params: MipParams
    ) -> AssumptionResult:
        """Search a schedule that satisfies the format and the enforced rules."""
        for name, indicator in self._indicators.items():
            domain = self._problem.model.proto.variables[indicator.index].domain
            domain.clear()
            domain.extend([int(name in enforced)] * 2)
        solver = self._problem.solver(params)
        solver.parameters.max_deterministic_time = self._max_work_s
        status = self._problem.run(solver)
        if status is MipStatus.INFEASIBLE and self._first_proof_work_s is None:
            self._first_proof_work_s = solver.deterministic_time
        if status not in {MipStatus.OPTIMAL, MipStatus.FEASIBLE}:
            return AssumptionResult(status)
        self._problem.store_values(solver)
        games = self._model.x.items()
        selected = [place for place, variable in games if value_of(variable)]
        return AssumptionResult(status, self._model.schedule(selected))

    @property
    def _max_work_s(self) -> float:
        params = self._params
        if self._first_proof_work_s is None:
            return params.max_work_s
        work_s = params.work_factor * self._first_proof_work_s
        return min(params.max_work_s, max(params.min_work_s, work_s))
