"""Confirm an infeasible subset and its minimality by models without indicators.

The least deviation of a member, the other members enforced, decides both: if it is
above 0, the subset is infeasible; its schedule proves that the member is needed. This
is the deletion filter of Chinneck and Dravnieks 1991, "Locating minimal infeasible
constraint sets in linear programs", ORSA Journal on Computing 3(2),
doi:10.1287/ijoc.3.2.157.
"""

from dataclasses import dataclass, field, replace

from flextime.domain.constraints import Constraint
from flextime.domain.ids import ConstraintId
from flextime_solver.backends.mip_result import MipStatus
from flextime_solver.infeasibility.quickxplain import Rules
from flextime_solver.infeasibility.relax_constraint import (
    RelaxationResult,
    relax_constraint,
)
from flextime_solver.infeasibility.subset_feasibility import SubsetFeasibility
from flextime_solver.mip.verification import ModelMismatch


@dataclass(frozen=True, slots=True)
class ConfirmedSubset:
    """An infeasible subset of the hard rules.

    Attributes
    ----------
    rules
        Members of the subset; empty if the format alone is infeasible.
    proven_minimal
        Whether the subset is proven infeasible and each member proven necessary.
    min_deviations
        Proven lower bound of the deviation of each member, in the rule's own unit.
    """

    rules: Rules
    proven_minimal: bool
    min_deviations: dict[ConstraintId, int] = field(default_factory=dict)


def confirm_subset(
    subset: Rules, feasibility: SubsetFeasibility, max_member_s: float
) -> ConfirmedSubset:
    """Confirm an infeasible subset, and delete the members that it does not need.

    Parameters
    ----------
    subset
        Rules that models with indicators prove infeasible.
    feasibility
        Feasibility of further subsets.
    max_member_s
        Limit of the model of each member, in seconds of wall time.

    Raises
    ------
    ModelMismatch
        If a schedule satisfies the subset after all.
    """
    infeasible, minimal = False, True
    min_deviations: dict[ConstraintId, int] = {}
    for rule in sorted(subset, key=lambda rule: rule.priority):
        result = _relaxed(subset, rule, feasibility, max_member_s)
        min_deviations[rule.id] = result.min_deviation
        infeasible = infeasible or result.min_deviation > 0
        if result.schedule is not None:
            feasibility.known.add(result.schedule)
            continue
        others = tuple(other for other in subset if other.id != rule.id)
        status = (
            MipStatus.INFEASIBLE if result.impossible else feasibility.status(others)
        )
        if status is MipStatus.INFEASIBLE:
            subset, infeasible = others, True
        minimal = minimal and status is not MipStatus.UNKNOWN
    if feasibility.known.cover(subset):
        names = ", ".join(rule.id for rule in subset)
        raise ModelMismatch(f"the model with indicators denies a schedule: {names}")
    if not infeasible:
        status = feasibility.mip_status(subset, feasibility.deadline)
        infeasible = status is MipStatus.INFEASIBLE
    return ConfirmedSubset(subset, infeasible and minimal, min_deviations)


def _relaxed(
    subset: Rules,
    rule: Constraint,
    feasibility: SubsetFeasibility,
    max_member_s: float,
) -> RelaxationResult:
    league = replace(feasibility.league, constraints=subset)
    return relax_constraint(league, rule, feasibility.deadline.capped(max_member_s))
