"""Distances and costs of an instance."""

from itertools import combinations

from flextime.domain.constraints.game_costs import GameCost
from flextime.domain.ids import TeamId
from flextime.serialization.robinx.elements import Node
from flextime.serialization.robinx.resources import Resources


def read_costs(resources: Resources) -> tuple[GameCost, ...]:
    """Return the costs of games by slot; raise `InvalidLeague` if one is invalid."""
    return tuple(
        _cost(node, resources)
        for node in resources.instance.children_at("Data/Costs", "cost")
    )


def _cost(node: Node, resources: Resources) -> GameCost:
    try:
        return GameCost(
            home=_team(node, resources, "team1"),
            away=_team(node, resources, "team2"),
            slot=resources.slot(node, "slot", node.attribute("slot")),
            cost=node.integer("cost"),
        )
    except ValueError as error:
        raise node.error("cost", str(error)) from None


def read_distances(resources: Resources) -> tuple[tuple[float, ...], ...]:
    """Return a square table in the order of teams; 0 where a distance is missing."""
    given = _given_distances(resources)
    return tuple(
        tuple(
            given.get((start, end), given.get((end, start), 0.0))
            for end in resources.teams
        )
        for start in resources.teams
    )


def require_distances(resources: Resources) -> None:
    """Raise `InvalidLeague` if the distance of a pair of teams is missing."""
    given = _given_distances(resources)
    for start, end in combinations(resources.teams, 2):
        if (start, end) not in given and (end, start) not in given:
            message = f"Data/Distances has no distance from team {start} to {end}"
            raise resources.instance.error(None, message)


def ensure_no_effect_weights(resources: Resources) -> None:
    """Raise `InvalidLeague` if carry-over effects have weights."""
    for node in resources.instance.children_at("Data/COEWeights"):
        raise node.error(None, "weights of carry-over effects are not supported")


def _given_distances(resources: Resources) -> dict[tuple[TeamId, TeamId], float]:
    return {
        (_team(node, resources, "team1"), _team(node, resources, "team2")): (
            _distance(node)
        )
        for node in resources.instance.children_at("Data/Distances", "distance")
    }


def _distance(node: Node) -> float:
    text = node.attribute("dist")
    try:
        distance = float(text)
    except ValueError:
        raise node.error("dist", f"{text!r} is not a number") from None
    if not 0 <= distance <= 1_000_000:
        raise node.error("dist", f"{text} is not between 0 and 1000000")
    return distance


def _team(node: Node, resources: Resources, attribute: str) -> TeamId:
    return resources.team(node, attribute, node.attribute(attribute))
