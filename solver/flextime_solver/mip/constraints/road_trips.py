"""Runs of two or more away games, of which a team needs some (RobinX BR4).

A run is looked for among the team's games in the rule's slots alone. For each round,
first = 1 when the last such game was the first of a run of away games, on_road = 1 when
it was away at all, second = 1 when the game here is the second of its run. Rows hold
first and second down and on_road up, which is what a least number needs.
"""

from collections.abc import Iterator

from flextime.domain.constraints.road_trips import RoadTrips
from flextime.domain.constraints.side import Side
from flextime.domain.ids import TeamId
from flextime_solver.mip.model import Linear, SeasonModel
from flextime_solver.mip.violation_term import Unit


def units(model: SeasonModel, rule: RoadTrips) -> Iterator[Unit]:
    model.ambiguous = True
    for team in model.chosen(rule.teams):
        amount = rule.min_trips - _trips(model, rule, team)
        yield Unit(f"road_trips_{team}", (amount,))


def _trips(model: SeasonModel, rule: RoadTrips, team: TeamId) -> Linear:
    trips = Linear.empty()
    first, on_road = Linear.empty(), Linear.empty()
    for round_, slots in enumerate(model.rounds):
        chosen = [slot for slot in slots if rule.slots is None or slot in rule.slots]
        home = model.games(team, chosen, Side.HOME)
        away = model.games(team, chosen, Side.AWAY)
        second = model.binary(f"second_{team}_{round_}")
        model.require(second <= away)
        model.require(second <= first)
        trips = trips + second
        first = _first(model, f"first_{team}_{round_}", (home, away), (first, on_road))
        on_road = _on_road(model, f"road_{team}_{round_}", (home, away), on_road)
    return trips


def _first(
    model: SeasonModel,
    name: str,
    games: tuple[Linear, Linear],
    before: tuple[Linear, Linear],
) -> Linear:
    home, away = games
    first_before, on_road_before = before
    first = model.binary(name)
    model.require(first <= 1 - home)
    model.require(first <= away + first_before)
    model.require(first <= 2 - away - on_road_before)
    return first + 0


def _on_road(
    model: SeasonModel, name: str, games: tuple[Linear, Linear], before: Linear
) -> Linear:
    home, away = games
    on_road = model.binary(name)
    model.require(on_road >= away)
    model.require(on_road >= before - home)
    return on_road + 0
