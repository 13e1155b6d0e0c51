"""The objective of an instance, as goals and soft constraints of a league."""

from flextime.domain.constraints import Constraint
from flextime.domain.constraints.carry_over import CarryOver
from flextime.domain.constraints.game_costs import GameCost, GameCosts
from flextime.domain.constraints.total_breaks import TotalBreaks
from flextime.domain.ids import ConstraintId
from flextime.domain.leagues.goals import Goals, TravelModel
from flextime.serialization.robinx.constraints.reader import CommonFields
from flextime.serialization.robinx.data import (
    ensure_no_effect_weights,
    read_costs,
    require_distances,
)
from flextime.serialization.robinx.elements import Node
from flextime.serialization.robinx.resources import Resources

_PLACE = "ObjectiveFunction/Objective"
OBJECTIVES = ("SC", "TR", "BM", "COE", "CR", "NONE")


def read_goals(resources: Resources) -> Goals:
    """Return goals in which travel counts if it is the objective (``TR``)."""
    travels = _objective(resources.instance) == "TR"
    if travels:
        require_distances(resources)
    return Goals(TravelModel.CHAIN, travel_points_per_km=int(travels))


def objective_rules(resources: Resources) -> tuple[Constraint, ...]:
    """Return the objective BM, COE or CR as a soft constraint."""
    objective = _objective(resources.instance)
    common: CommonFields = {
        "id": ConstraintId("objective"),
        "hard": False,
        "source": f"{resources.instance.path}/{_PLACE}",
    }
    if objective == "BM":
        return (TotalBreaks(**common, max_breaks=0),)
    if objective == "COE":
        ensure_no_effect_weights(resources)
        return (CarryOver(**common, max_value=0),)
    if objective == "CR":
        return (GameCosts(**common, costs=_costs_from_zero(resources)),)
    return ()


def _costs_from_zero(resources: Resources) -> tuple[GameCost, ...]:
    costs = read_costs(resources)
    if any(cost.cost < 0 for cost in costs):
        raise resources.instance.error(None, "Data/Costs: a cost must not be negative")
    return costs


def _objective(instance: Node) -> str:
    objective = instance.text(_PLACE) or "NONE"
    if objective in {"CO", "NULL"}:
        return {"CO": "COE", "NULL": "NONE"}[objective]
    if objective not in OBJECTIVES:
        message = f"{_PLACE} {objective!r} is not one of {', '.join(OBJECTIVES)}"
        raise instance.error(None, message)
    return objective
