"""Find a minimal set of rules that cannot be kept together, and price its members.

CP-SAT names rules that suffice for its proof; a deletion filter shrinks them. Chinneck
and Dravnieks 1991, "Locating minimal infeasible constraint sets in linear programs",
ORSA Journal on Computing 3(2), doi:10.1287/ijoc.3.2.157. The solver's own core is never
trusted: every member is tried again in rows of its own.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from flextime.domain.checker import check
from flextime.domain.constraints import Constraint
from flextime.domain.errors import Problem
from flextime.domain.ids import ConstraintId
from flextime.domain.league import League
from flextime.domain.preflight import preflight
from flextime_solver.exact.backend import CpSatProblem, solve_problem
from flextime_solver.exact.build import build_model
from flextime_solver.exact.excess import deviation, impose_while
from flextime_solver.exact.explanation import Explanation, Finding, Price
from flextime_solver.exact.outcome import ExactParams, ExactStatus
from flextime_solver.exact.season_model import SeasonModel
from flextime_solver.exact.solve_exactly import judged
from flextime_solver.exact.structure import require_structure
from flextime_solver.exact.supported import unsupported

type Rules = tuple[Constraint, ...]


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
        if self._status(()) is ExactStatus.INFEASIBLE:
            return Explanation(finding=Finding.FORMAT, problems=problems)
        status = self._status(self.hard)
        if status is not ExactStatus.INFEASIBLE:
            feasible = status in {ExactStatus.OPTIMAL, ExactStatus.FEASIBLE}
            finding = Finding.FEASIBLE if feasible else Finding.UNKNOWN
            return Explanation(
                finding=Finding.COUNTED if problems and not feasible else finding,
                problems=problems,
            )
        conflict, proven = self._shrink(self._core())
        prices = sorted(map(self._price, conflict), key=_cheapest_first)
        return Explanation(
            finding=Finding.CONFLICT,
            problems=problems,
            conflict=tuple(rule.id for rule in conflict),
            proven_minimal=proven,
            prices=tuple(prices),
        )

    def _left(self) -> ExactParams | None:
        left_s = self.ends - time.monotonic()
        return ExactParams(time_limit_s=left_s) if left_s > 0 else None

    def _status(self, rules: Rules) -> ExactStatus:
        """Whether the format and these rules alone have a schedule."""
        params = self._left()
        if params is None:
            return ExactStatus.UNKNOWN
        model = build_model(self._without_all_but(rules))
        return solve_problem(model.problem, params).status

    def _without_all_but(self, rules: Rules) -> League:
        return replace(self.league, constraints=rules)

    def _core(self) -> Rules:
        """Rules that suffice for the solver's proof; all, when it names none."""
        params = self._left()
        if params is None:
            return self.hard
        model = SeasonModel(self.league)
        require_structure(model)
        switches = {}
        for rule in self.hard:
            switches[rule.id] = model.binary(f"keep_{rule.id}")
            impose_while(model, rule, switches[rule.id])
        problem = CpSatProblem(model.problem)
        # a rule without rows has no column
        columns: dict[ConstraintId, Any] = {
            name: problem.columns[switch.id]
            for name, switch in switches.items()
            if switch.id in problem.columns
        }
        problem.model.add_assumptions(list(columns.values()))
        solver = problem.solver(params)
        if problem.run(solver) is not ExactStatus.INFEASIBLE:
            return self.hard
        named = set(solver.sufficient_assumptions_for_infeasibility())
        core = self._rules(n for n, column in columns.items() if column.index in named)
        sound = core and self._status(core) is ExactStatus.INFEASIBLE
        return core if sound else self.hard

    def _rules(self, names: Iterable[ConstraintId]) -> Rules:
        chosen = set(names)
        return tuple(rule for rule in self.hard if rule.id in chosen)

    def _shrink(self, core: Rules) -> tuple[Rules, bool]:
        """Drop what the conflict does not need; the last to give up is tried last."""
        proven = True
        for rule in sorted(core, key=lambda rule: rule.priority):
            others = tuple(other for other in core if other.id != rule.id)
            status = self._status(others)
            if status is ExactStatus.INFEASIBLE:
                core = others
            elif status is ExactStatus.UNKNOWN:
                proven = False
        return core, proven

    def _price(self, rule: Constraint) -> Price:
        params = self._left()
        nothing = Price(rule=rule.id, priority=rule.priority, deviation=None)
        if params is None:
            return nothing
        relaxed = tuple(replace(other, hard=other.id != rule.id) for other in self.hard)
        model = build_model(self._without_all_but(relaxed))
        model.problem.setObjective(deviation(model, rule))
        solved = solve_problem(model.problem, params)
        if not solved.has_solution:
            return nothing
        schedule, _ = judged(model)
        broken = [
            found
            for found in check(model.league, schedule).violations
            if found.constraint == rule.id
        ]
        everything = replace(self.league, constraints=self._soft_but(rule))
        return Price(
            rule=rule.id,
            priority=rule.priority,
            deviation=sum(found.penalty for found in broken) // rule.weight,
            proven_least=solved.status is ExactStatus.OPTIMAL,
            objective=check(everything, schedule).score.objective,
            schedule=schedule,
            sentences=tuple(found.message for found in broken),
        )

    def _soft_but(self, rule: Constraint) -> Rules:
        active = self.league.active_constraints
        return tuple(other for other in active if other.id != rule.id)


def _cheapest_first(price: Price) -> tuple[bool, int, int]:
    return price.deviation is None, price.priority, price.deviation or 0
