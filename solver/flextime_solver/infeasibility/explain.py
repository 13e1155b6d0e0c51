"""Find a minimal set of rules that cannot be kept together, and price its members.

Rules with switches are halved until a small conflict is left (`conflict`); schedules
that turn up on the way tell of many sets that they have one (`witnesses`). Then every
claim is made again in rows without switches: the conflict has no schedule, and without
any of its members there is one, which the checker confirms. Chinneck and Dravnieks
1991, "Locating minimal infeasible constraint sets in linear programs", ORSA Journal on
Computing 3(2), doi:10.1287/ijoc.3.2.157.
"""

from collections.abc import Callable
from dataclasses import replace

from flextime.domain.errors import Problem
from flextime.domain.ids import ConstraintId
from flextime.domain.leagues.league import League
from flextime.domain.leagues.preflight import preflight
from flextime_solver.backends.backend import solve_problem
from flextime_solver.backends.deadline import Deadline
from flextime_solver.backends.outcome import ExactStatus
from flextime_solver.infeasibility.assumption_model import SwitchedRules
from flextime_solver.infeasibility.conflict import Rules, small_conflict
from flextime_solver.infeasibility.explanation import Explanation, Finding, Price
from flextime_solver.infeasibility.feasible_subsets import Witnesses
from flextime_solver.infeasibility.heuristic_schedule import first_schedule
from flextime_solver.infeasibility.relax_constraint import give_up
from flextime_solver.infeasibility.relaxation_cost import price_of
from flextime_solver.mip.build import build_model
from flextime_solver.mip.exact_solver import ModelDisagrees, judged
from flextime_solver.mip.size_limits import is_small
from flextime_solver.mip.supported import unsupported

_MAX_FIRST_SEARCH_S = 3.0
"""A league that has a schedule mostly has one by then; rows take as long to write."""
_SEARCH_SHARE = 0.15
"""Of the time left, for the compiled search."""
_ROWS_SHARE = 0.5
"""Of the time left, for rows without a schedule or a proof at once."""
_MAX_LEAST_S = 4.0
"""For the least by which a member is broken: any bound will do, or none."""


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
    return _Search(league, Deadline(time_limit_s)).explain(count(league))


class _Search:
    def __init__(self, league: League, deadline: Deadline) -> None:
        self._league = league
        self._deadline = deadline
        self._hard = tuple(rule for rule in league.active_constraints if rule.hard)
        self._witnesses = Witnesses(league)
        self._at_least: dict[ConstraintId, int] = {}
        """Units by which a member of the conflict must be broken, by the others."""

    def explain(self, problems: tuple[Problem, ...]) -> Explanation:
        if self._deadline.left_s <= 0:
            return _open(problems)
        suspects = self._searched(self._hard, _MAX_FIRST_SEARCH_S)
        if self._witnesses.of(self._hard):
            return Explanation(finding=Finding.FEASIBLE, problems=problems)
        switched = SwitchedRules(self._league, self._hard)
        suspects, status = self._without_schedule(switched, suspects)
        if status is ExactStatus.FEASIBLE:
            return Explanation(finding=Finding.FEASIBLE, problems=problems)
        if status is not ExactStatus.INFEASIBLE:
            return _open(problems)
        conflict = small_conflict(
            # who is given up last is preferred as a member
            tuple(sorted(suspects, key=lambda rule: -rule.priority)),
            lambda rules: self._proven(switched, rules),
        )
        conflict, proven = self._confirmed(conflict)
        if not conflict:
            return Explanation(finding=Finding.FORMAT, problems=problems)
        return Explanation(
            finding=Finding.CONFLICT,
            problems=problems,
            conflict=tuple(rule.id for rule in conflict),
            proven_minimal=proven,
            prices=tuple(sorted(self._prices(conflict), key=_cheapest_first)),
        )

    def _without_schedule(
        self, switched: SwitchedRules, suspects: Rules
    ) -> tuple[Rules, ExactStatus]:
        """Rules that are proven to have no schedule; else how all of them stand.

        What the compiled search could not keep is suspected first: few rules are
        proven sooner than many.
        """
        for rules in (suspects, self._hard):
            if rules and self._proven(switched, rules):
                return rules, ExactStatus.INFEASIBLE
        return self._hard, self._status(self._hard)

    def _proven(self, switched: SwitchedRules, rules: Rules) -> bool:
        """Whether these rules have no schedule, as far as a short proof tells."""
        params = self._deadline.params()
        if params is None or self._witnesses.of(rules):
            return False
        answer = switched.ask({rule.id for rule in rules}, params)
        if answer.schedule is not None:
            self._witnesses.note(answer.schedule)
        return answer.status is ExactStatus.INFEASIBLE

    def _status(self, rules: Rules) -> ExactStatus:
        """Whether the format and these rules alone have a schedule."""
        if not self._witnesses.of(rules):
            self._searched(rules, self._deadline.left_s)
        if self._witnesses.of(rules):
            return ExactStatus.FEASIBLE
        return self._by_rows(rules, self._deadline.share(_ROWS_SHARE))

    def _searched(self, rules: Rules, max_s: float) -> Rules:
        """Rules that the compiled search breaks in its best schedule."""
        league = replace(self._league, constraints=rules)
        search_s = min(max_s, _SEARCH_SHARE * self._deadline.left_s)
        if search_s <= 0 or is_small(league):
            return ()
        schedule = first_schedule(league, search_s)
        if schedule is None:
            return ()
        broken = self._witnesses.note(schedule)
        return tuple(rule for rule in broken if rule in rules)

    def _by_rows(self, rules: Rules, deadline: Deadline) -> ExactStatus:
        model = build_model(replace(self._league, constraints=rules))
        params = deadline.params()
        if params is None:
            return ExactStatus.UNKNOWN
        solved = solve_problem(model.problem, params)
        if not solved.has_solution:
            return solved.status
        schedule, _ = judged(model)
        self._witnesses.note(schedule)
        return ExactStatus.FEASIBLE

    def _confirmed(self, conflict: Rules) -> tuple[Rules, bool]:
        """The conflict in rows of its own, without members that it does not need.

        The least by which a member is broken beside the others alone proves both: when
        it is not 0, the conflict; and its schedule, that the member is needed.
        """
        infeasible, minimal = False, True
        for rule in sorted(conflict, key=lambda rule: rule.priority):
            others = tuple(other for other in conflict if other.id != rule.id)
            league = replace(self._league, constraints=conflict)
            found = give_up(league, rule, self._deadline.at_most(_MAX_LEAST_S))
            self._at_least[rule.id] = found.at_least
            infeasible = infeasible or found.at_least > 0
            if found.schedule is not None:
                self._witnesses.note(found.schedule)
                continue
            status = (
                ExactStatus.INFEASIBLE if found.impossible else self._status(others)
            )
            if status is ExactStatus.INFEASIBLE:
                conflict, infeasible = others, True
            minimal = minimal and status is not ExactStatus.UNKNOWN
        if self._witnesses.of(conflict):
            names = ", ".join(rule.id for rule in conflict)
            raise ModelDisagrees(f"rules with switches deny a schedule: {names}")
        if not infeasible:
            status = self._by_rows(conflict, self._deadline)
            infeasible = status is ExactStatus.INFEASIBLE
        return conflict, infeasible and minimal

    def _prices(self, conflict: Rules) -> list[Price]:
        """One a member, each in its share of the time that is left."""
        prices = []
        for place, rule in enumerate(conflict):
            time_limit_s = self._deadline.left_s / (len(conflict) - place)
            at_least = max(1, self._at_least[rule.id])
            prices.append(price_of(self._league, rule, at_least, time_limit_s))
        return prices


def _open(problems: tuple[Problem, ...]) -> Explanation:
    """Neither a schedule nor a proof by rows; counting may have told."""
    finding = Finding.COUNTED if problems else Finding.UNKNOWN
    return Explanation(finding=finding, problems=problems)


def _cheapest_first(price: Price) -> tuple[bool, int, int]:
    return price.deviation is None, price.priority, price.deviation or 0
