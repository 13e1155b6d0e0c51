"""Minimum number of road trips of two or more games (RobinX BR4).

A trip consists of the team's games in the rule's slots only. For each round r:

* first[r] = 1 if the last such game was the first of a run of away games,
* road[r] = 1 if the last such game was away,
* second[r] = 1 if the game in r is the second of its run.

The constraints bound first and second from above and road from below, which suffices
for a minimum:

    second[r] <= A[r],  second[r] <= first[r - 1]
    first[r] <= 1 - H[r],  first[r] <= A[r] + first[r - 1]
    first[r] <= 2 - A[r] - road[r - 1]
    road[r] >= A[r],  road[r] >= road[r - 1] - H[r]
    d >= min_trips - sum over r of second[r]
"""

from collections.abc import Iterator

from flextime.domain.constraints.road_trips import RoadTrips
from flextime.domain.constraints.side import Side
from flextime.domain.ids import TeamId
from flextime_solver.mip.integer_program import LinearExpr
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.violation_term import ViolationTerm


def violation_terms(model: MipModel, rule: RoadTrips) -> Iterator[ViolationTerm]:
    """Yield a term for each team."""
    model.has_redundant_solutions = True
    for team in model.selected_teams(rule.teams):
        expression = rule.min_trips - _trips(model, rule, team)
        yield ViolationTerm(f"road_trips_{team}", (expression,))


def _trips(model: MipModel, rule: RoadTrips, team: TeamId) -> LinearExpr:
    trips = LinearExpr.empty()
    first, on_road = LinearExpr.empty(), LinearExpr.empty()
    for round_, slots in enumerate(model.rounds):
        chosen = [slot for slot in slots if rule.slots is None or slot in rule.slots]
        home = model.games(team, chosen, Side.HOME)
        away = model.games(team, chosen, Side.AWAY)
        second = model.binary(f"second_{team}_{round_}")
        model.add_constraint(second <= away)
        model.add_constraint(second <= first)
        trips = trips + second
        first = _first(model, f"first_{team}_{round_}", (home, away), (first, on_road))
        on_road = _on_road(model, f"road_{team}_{round_}", (home, away), on_road)
    return trips


def _first(
    model: MipModel,
    name: str,
    games: tuple[LinearExpr, LinearExpr],
    before: tuple[LinearExpr, LinearExpr],
) -> LinearExpr:
    home, away = games
    first_before, on_road_before = before
    first = model.binary(name)
    model.add_constraint(first <= 1 - home)
    model.add_constraint(first <= away + first_before)
    model.add_constraint(first <= 2 - away - on_road_before)
    return first + 0


def _on_road(
    model: MipModel, name: str, games: tuple[LinearExpr, LinearExpr], before: LinearExpr
) -> LinearExpr:
    home, away = games
    on_road = model.binary(name)
    model.add_constraint(on_road >= away)
    model.add_constraint(on_road >= before - home)
    return on_road + 0
