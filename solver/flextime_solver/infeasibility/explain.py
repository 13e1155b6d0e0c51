"""Find a minimal infeasible subset (IIS) of the hard rules and its relaxation costs.

QuickXplain (`quickxplain`) halves the rules of a model with indicators until a minimal
infeasible subset is left. Schedules found on the way prove many subsets feasible
(`feasible_subsets`). A deletion filter on models without indicators then confirms the
subset (`confirmation`), and the cost of relaxing each member is computed.
"""

from collections.abc import Callable

from flextime.domain.errors import Problem
from flextime.domain.leagues.league import League
from flextime.domain.leagues.preflight import preflight
from flextime_solver.backends.deadline import Deadline
from flextime_solver.backends.mip_result import MipStatus
from flextime_solver.infeasibility.assumption_model import AssumptionModel
from flextime_solver.infeasibility.confirmation import ConfirmedSubset, confirm_subset
from flextime_solver.infeasibility.explanation import (
    Explanation,
    Finding,
    RelaxationCost,
)
from flextime_solver.infeasibility.params import InfeasibilityParams
from flextime_solver.infeasibility.quickxplain import Rules, minimal_infeasible_subset
from flextime_solver.infeasibility.relaxation_cost import relaxation_cost
from flextime_solver.infeasibility.subset_feasibility import SubsetFeasibility
from flextime_solver.mip.unsupported import unsupported_reasons


def explain_infeasibility(
    league: League,
    time_limit_s: float,
    counting: Callable[[League], tuple[Problem, ...]] = preflight,
    params: InfeasibilityParams | None = None,
) -> Explanation:
    """Explain why no schedule satisfies all hard rules of a league.

    Parameters
    ----------
    league
        A league with a schedule gives the finding `FEASIBLE`.
    time_limit_s
        Limit in seconds of wall time of the whole computation; the explanation tells
        what was not proven in it.
    counting
        Counting arguments, which come before any solver.
    params
        Shares and limits of the steps.

    Raises
    ------
    ModelMismatch
        If the checker disagrees with a solution.
    """
    reasons = unsupported_reasons(league, travel=False)
    if reasons:
        return Explanation(finding=Finding.UNSUPPORTED, reasons=reasons)
    explainer = _Explainer(
        league, Deadline(time_limit_s), params or InfeasibilityParams()
    )
    return explainer.explain(counting(league))


class _Explainer:
    def __init__(
        self, league: League, deadline: Deadline, params: InfeasibilityParams
    ) -> None:
        self._league = league
        self._deadline = deadline
        self._params = params
        self._hard = tuple(rule for rule in league.active_constraints if rule.hard)
        self._feasibility = SubsetFeasibility(league, deadline, params)

    def explain(self, problems: tuple[Problem, ...]) -> Explanation:
        if self._deadline.is_over:
            return _undecided(problems)
        suspects = self._feasibility.search(self._hard, self._params.max_first_search_s)
        if self._feasibility.known.cover(self._hard):
            return Explanation(finding=Finding.FEASIBLE, problems=problems)
        model = AssumptionModel(self._league, self._hard, self._params.proof)
        infeasible, status = self._infeasible_rules(model, suspects)
        if status is MipStatus.FEASIBLE:
            return Explanation(finding=Finding.FEASIBLE, problems=problems)
        if status is not MipStatus.INFEASIBLE:
            return _undecided(problems)
        conflict = self._conflict(model, infeasible)
        if not conflict.rules:
            return Explanation(finding=Finding.FORMAT, problems=problems)
        return Explanation(
            finding=Finding.CONFLICT,
            problems=problems,
            conflict=tuple(rule.id for rule in conflict.rules),
            proven_minimal=conflict.proven_minimal,
            prices=tuple(sorted(self._costs(conflict), key=_cheapest_first)),
        )

    def _infeasible_rules(
        self, model: AssumptionModel, suspects: Rules
    ) -> tuple[Rules, MipStatus]:
        """Return rules that are proven infeasible, or the status of all hard rules.

        The rules that the heuristic search violated come first: a proof for few rules
        is faster than for many.
        """
        for rules in (suspects, self._hard):
            if rules and self._feasibility.proven_infeasible(model, rules):
                return rules, MipStatus.INFEASIBLE
        return self._hard, self._feasibility.status(self._hard)

    def _conflict(self, model: AssumptionModel, rules: Rules) -> ConfirmedSubset:
        subset = minimal_infeasible_subset(
            # rules of high priority are given up last: they are preferred as members
            tuple(sorted(rules, key=lambda rule: -rule.priority)),
            lambda rules: self._feasibility.proven_infeasible(model, rules),
        )
        return confirm_subset(
            subset, self._feasibility, self._params.max_confirmation_s
        )

    def _costs(self, conflict: ConfirmedSubset) -> list[RelaxationCost]:
        """Return the relaxation cost of each member, in equal shares of the time."""
        costs = []
        for index, rule in enumerate(conflict.rules):
            costs.append(
                relaxation_cost(
                    self._league,
                    rule,
                    max(1, conflict.min_deviations[rule.id]),
                    self._deadline.share(1 / (len(conflict.rules) - index)),
                    self._params.relaxation,
                )
            )
        return costs


def _undecided(problems: tuple[Problem, ...]) -> Explanation:
    """Neither a schedule nor a proof was found; counting may have proven it."""
    finding = Finding.COUNTED if problems else Finding.UNKNOWN
    return Explanation(finding=finding, problems=problems)


def _cheapest_first(cost: RelaxationCost) -> tuple[bool, int, int]:
    return cost.deviation is None, cost.priority, cost.deviation or 0
