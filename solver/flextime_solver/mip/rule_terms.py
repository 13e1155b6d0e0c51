"""A rule in a model: imposed, priced, or with a switch."""

from pulp import LpVariable, lpSum

from flextime.domain.constraints import Constraint
from flextime_solver.mip.catalogue import UNITS
from flextime_solver.mip.model import Linear, SeasonModel
from flextime_solver.mip.violation_term import Unit, largest, smallest


def impose(model: SeasonModel, rule: Constraint) -> None:
    """Rows that no schedule with a violation of the rule satisfies."""
    for unit in UNITS[type(rule)](model, rule):
        for amount in unit.amounts:
            # no deviation at all
            model.require(amount <= 0)


def deviation(model: SeasonModel, rule: Constraint) -> Linear:
    """The rule's deviation, or more: minimised, it is what the checker counts."""
    return lpSum(_excess(model, unit) for unit in UNITS[type(rule)](model, rule))


def _excess(model: SeasonModel, unit: Unit) -> Linear:
    if unit.most == 0:
        return Linear.empty()
    if len(unit.amounts) == 1 and smallest(unit.amounts[0]) >= 0:
        return unit.amounts[0]
    excess = model.whole(f"excess_{unit.name}", unit.most)
    for amount in unit.amounts:
        # excess >= amount, and >= 0 by its bound
        model.require(excess >= amount)
    return excess + 0


def impose_while(model: SeasonModel, rule: Constraint, kept: LpVariable) -> None:
    """Rows of the rule that bind only while `kept` is 1."""
    for unit in UNITS[type(rule)](model, rule):
        for amount in unit.amounts:
            # no deviation while kept = 1, as much as there can be while kept = 0
            model.require(amount <= max(0, round(largest(amount))) * (1 - kept))
