"""Find a minimal set of rules that cannot be kept together, and price its members.

Rules with switches are halved until a small conflict is left (`conflict`); then every
claim is made again in rows without switches: the conflict has no schedule, and without
any of its members there is one, which the checker confirms. Chinneck and Dravnieks
1991, "Locating minimal infeasible constraint sets in linear programs", ORSA Journal on
Computing 3(2), doi:10.1287/ijoc.3.2.157.
"""

import time
from collections.abc import Callable
from dataclasses import replace

from flextime.domain.checker import check
from flextime.domain.constraints import Constraint
from flextime.domain.errors import Problem
from flextime.domain.league import League
from flextime.domain.preflight import preflight
from flextime.domain.schedule import Schedule
from flextime_solver.exact.backend import CpSatProblem, solve_problem
from flextime_solver.exact.build import build_model
from flextime_solver.exact.conflict import Rules, small_conflict
from flextime_solver.exact.excess import deviation
from flextime_solver.exact.explanation import Explanation, Finding, Price
from flextime_solver.exact.first_schedule import first_schedule, least_broken
from flextime_solver.exact.outcome import ExactParams, ExactStatus
from flextime_solver.exact.solve_exactly import ModelDisagrees, judged
from flextime_solver.exact.supported import unsupported
from flextime_solver.exact.switched_rules import SwitchedRules

_SEARCH_SHARE = 0.3
"""Of the time left, for the compiled search when rows have not found a schedule."""
_PRICE_SHARE = 0.5
"""Of the time that a price may take, for rows; the compiled search has the rest."""
_MOST_PRICE_S = 8.0
"""For either of the two: a price is an offer to think about, not a season."""


def explain_infeasibility(
    league: League,
    time_limit_s: float,
    count: Callable[[League], tuple[Problem, ...]] = preflight,
) -> Explanation:
    """Why no schedule keeps all hard rules of a league.

    Parameters
    ----------
    time_limit_s
        Wall time for all of it; what was not proven in it says so.
    count
        Counting arguments that come before any solving.
    """
    reasons = unsupported(league, travel=False)
    if reasons:
        return Explanation(finding=Finding.UNSUPPORTED, reasons=reasons)
    return _Search(league, time.monotonic() + time_limit_s).explain(count(league))


class _Search:
    def __init__(self, league: League, ends: float) -> None:
        self.league = league
        self.ends = ends
        self.hard = tuple(rule for rule in league.active_constraints if rule.hard)

    def explain(self, problems: tuple[Problem, ...]) -> Explanation:
        if self._left() is None:
            return _open(problems)
        switched = SwitchedRules(self.league, self.hard)
        if self._proven(switched, ()):
            return Explanation(finding=Finding.FORMAT, problems=problems)
        if not self._proven(switched, self.hard):
            status = self._status(self.hard)
            if status in _FOUND:
                return Explanation(finding=Finding.FEASIBLE, problems=problems)
            if status is not ExactStatus.INFEASIBLE:
                return _open(problems)
        conflict, proven = self._confirmed(
            small_conflict(
                # who is given up last is preferred as a member
                tuple(sorted(self.hard, key=lambda rule: -rule.priority)),
                lambda rules: self._proven(switched, rules),
            )
        )
        return Explanation(
            finding=Finding.CONFLICT,
            problems=problems,
            conflict=tuple(rule.id for rule in conflict),
            proven_minimal=proven,
            prices=tuple(sorted(self._prices(conflict), key=_cheapest_first)),
        )

    def _left(self, share: float = 1.0) -> ExactParams | None:
        left_s = self.ends - time.monotonic()
        return ExactParams(time_limit_s=share * left_s) if left_s > 0 else None

    def _proven(self, switched: SwitchedRules, rules: Rules) -> bool:
        """Whether these rules have no schedule, as far as a short proof tells."""
        params = self._left()
        if params is None:
            return False
        kept = {rule.id for rule in rules}
        return switched.status(kept, params) is ExactStatus.INFEASIBLE

    def _status(self, rules: Rules) -> ExactStatus:
        """Whether the format and these rules alone have a schedule."""
        params = self._left()
        if params is None:
            return ExactStatus.UNKNOWN
        league = replace(self.league, constraints=rules)
        model = build_model(league)
        problem = CpSatProblem(model.problem)
        status = problem.run(problem.quick_solver(params))
        if status is not ExactStatus.UNKNOWN:
            return status
        search = self._left(_SEARCH_SHARE)
        if search is not None and first_schedule(league, search.time_limit_s):
            return ExactStatus.FEASIBLE
        params = self._left(_SEARCH_SHARE)
        return ExactStatus.UNKNOWN if params is None else problem.solve(params).status

    def _confirmed(self, conflict: Rules) -> tuple[Rules, bool]:
        """The conflict in rows of its own, without members that it does not need."""
        status = self._status(conflict)
        if status in _FOUND:
            names = ", ".join(rule.id for rule in conflict)
            raise ModelDisagrees(f"rules with switches deny a schedule: {names}")
        proven = status is ExactStatus.INFEASIBLE
        for rule in sorted(conflict, key=lambda rule: rule.priority):
            others = tuple(other for other in conflict if other.id != rule.id)
            status = self._status(others)
            if status is ExactStatus.INFEASIBLE:
                conflict = others
            proven = proven and status is not ExactStatus.UNKNOWN
        return conflict, proven

    def _prices(self, conflict: Rules) -> list[Price]:
        """One a member, each in its share of the time that is left."""
        return [
            self._price(rule, 1 / (len(conflict) - place))
            for place, rule in enumerate(conflict)
        ]

    def _price(self, rule: Constraint, share: float) -> Price:
        nothing = Price(rule=rule.id, priority=rule.priority, deviation=None)
        params = self._left(share * _PRICE_SHARE)
        if params is None:
            return nothing
        ends = time.monotonic() + params.time_limit_s / _PRICE_SHARE
        params = replace(params, time_limit_s=min(_MOST_PRICE_S, params.time_limit_s))
        relaxed = tuple(replace(other, hard=other.id != rule.id) for other in self.hard)
        league = replace(self.league, constraints=relaxed)
        model = build_model(league)
        model.problem.setObjective(deviation(model, rule))
        solved = solve_problem(model.problem, params)
        if solved.has_solution:
            schedule, _ = judged(model)
            return self._priced(
                rule, schedule, proven=solved.status is ExactStatus.OPTIMAL
            )
        if solved.status is ExactStatus.INFEASIBLE:
            return replace(nothing, proven_useless=True)
        left_s = min(_MOST_PRICE_S, ends - time.monotonic())
        if left_s <= 0:
            return nothing
        found = least_broken(league, left_s)
        return nothing if found is None else self._priced(rule, found, proven=False)

    def _priced(self, rule: Constraint, schedule: Schedule, *, proven: bool) -> Price:
        soft = replace(rule, hard=False)
        alone = replace(self.league, constraints=(soft,))
        broken = check(alone, schedule).violations
        active = self.league.active_constraints
        others = tuple(other for other in active if other.id != rule.id)
        rest = check(replace(self.league, constraints=others), schedule)
        return Price(
            rule=rule.id,
            priority=rule.priority,
            deviation=sum(found.penalty for found in broken) // rule.weight,
            proven_least=proven,
            objective=rest.score.objective,
            schedule=schedule,
            sentences=tuple(found.message for found in broken),
        )


_FOUND = {ExactStatus.OPTIMAL, ExactStatus.FEASIBLE}


def _open(problems: tuple[Problem, ...]) -> Explanation:
    """Neither a schedule nor a proof by rows; counting may have told."""
    finding = Finding.COUNTED if problems else Finding.UNKNOWN
    return Explanation(finding=finding, problems=problems)


def _cheapest_first(price: Price) -> tuple[bool, int, int]:
    return price.deviation is None, price.priority, price.deviation or 0
