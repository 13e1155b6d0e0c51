"""A rule as linear constraints: enforced, penalised, or enforced by an indicator."""

from pulp import LpVariable, lpSum

from flextime.domain.constraints import Constraint
from flextime_solver.mip.integer_program import LinearExpr
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.registry import VIOLATION_TERMS
from flextime_solver.mip.violation_term import ViolationTerm, lower_bound, upper_bound


def enforce(model: MipModel, rule: Constraint) -> None:
    """Add constraints that only schedules without a violation of the rule satisfy.

    Raises
    ------
    KeyError
        If the rule's kind has no linear form (`unsupported_reasons` says so before).
    """
    for term in VIOLATION_TERMS[type(rule)](model, rule):
        for expression in term.expressions:
            model.add_constraint(expression <= 0)


def deviation(model: MipModel, rule: Constraint) -> LinearExpr:
    """Return an expression that is at least the rule's deviation.

    Minimised, it equals the deviation that the checker counts.

    Raises
    ------
    KeyError
        If the rule's kind has no linear form.
    """
    terms = VIOLATION_TERMS[type(rule)](model, rule)
    return lpSum(_violation(model, term) for term in terms)


def add_indicator(model: MipModel, rule: Constraint, enforced: LpVariable) -> None:
    """Add constraints of the rule that bind only while a binary variable is 1.

    Raises
    ------
    KeyError
        If the rule's kind has no linear form.
    """
    for term in VIOLATION_TERMS[type(rule)](model, rule):
        for expression in term.expressions:
            # big-M: e <= M (1 - enforced), M the upper bound of e
            big_m = max(0, round(upper_bound(expression)))
            model.add_constraint(expression <= big_m * (1 - enforced))


def _violation(model: MipModel, term: ViolationTerm) -> LinearExpr:
    if term.max_violation == 0:
        return LinearExpr.empty()
    if len(term.expressions) == 1 and lower_bound(term.expressions[0]) >= 0:
        return term.expressions[0]
    violation = model.integer(f"violation_{term.name}", term.max_violation)
    for expression in term.expressions:
        # d >= e; the variable's bound is d >= 0
        model.add_constraint(violation >= expression)
    return violation + 0
