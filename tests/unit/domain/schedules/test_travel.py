"""Teams stand on a line, 100 km from each to the next: A, B, C, D."""

from dataclasses import replace

import pytest

from builders import a_league, a_schedule, a_venue, teams
from flextime.domain.ids import VenueId
from flextime.domain.leagues.league import League, TravelModel
from flextime.domain.schedules.timeline import Timeline
from flextime.domain.schedules.travel import travel_m, trips

A, B, C, D = teams("A B C D")
ROUND_TRIPS, THREE_DAYS, CHAIN = TravelModel


def km(
    games: str, model: TravelModel, days: str = "4 6 8 13", team: str = "A"
) -> float:
    league = a_league("A B C D", days)
    timeline = Timeline(league, a_schedule(games, days))
    return travel_m(timeline, teams(team)[0], model) / 1000


@pytest.mark.parametrize("model", TravelModel)
def test_a_single_away_game_is_there_and_back(model: TravelModel) -> None:
    assert km("D-A", model) == 600


@pytest.mark.parametrize("model", TravelModel)
def test_home_games_cost_nothing(model: TravelModel) -> None:
    assert km("A-B | A-C", model) == 0


def test_two_away_games_two_days_apart_are_one_trip_but_for_round_trips() -> None:
    games = "D-A | C-A"

    assert km(games, ROUND_TRIPS) == 600 + 400
    assert km(games, THREE_DAYS) == 300 + 100 + 200
    assert km(games, CHAIN) == 600


@pytest.mark.parametrize(("days", "expected_km"), [("4 7", 600), ("4 8", 1000)])
def test_the_three_day_rule_ends_a_trip_after_three_days(
    days: str, expected_km: float
) -> None:
    assert km("D-A | C-A", THREE_DAYS, days) == expected_km


def test_a_chain_has_no_maximum_gap() -> None:
    assert km("D-A | C-A", CHAIN, "4 60") == 600


def test_a_home_game_between_ends_every_trip() -> None:
    games = "D-A | A-B | C-A"

    assert km(games, CHAIN) == km(games, ROUND_TRIPS) == 600 + 400


def test_a_trip_may_have_three_stops() -> None:
    assert km("B-A | C-A | D-A", THREE_DAYS, "4 6 8") == 600


def test_both_teams_travel_to_a_neutral_venue() -> None:
    league, timeline = at_a_neutral_venue()
    one_degree_km = 111.195

    for team in (A, B):
        travelled = travel_m(timeline, team, CHAIN) / 1000
        assert travelled == pytest.approx(2 * one_degree_km, abs=0.001)
    assert league.venue_distance_m(VenueId("A-hall"), VenueId("north")) == 111_195


def test_trips_are_listed_with_their_stops() -> None:
    days = "4 6 8 13"
    games = a_schedule("B-A | C-A | A-D | D-A", days)
    timeline = Timeline(a_league(days=days), games)

    stops = [
        [game.opponent for game in trip] for trip in trips(timeline.games_of(A), CHAIN)
    ]
    assert stops == [[B, C], [D]]


def at_a_neutral_venue() -> tuple[League, Timeline]:
    league = a_league("A B")
    league = replace(league, venues=(*league.venues, a_venue("north", latitude=41.0)))
    schedule = a_schedule("A-B")
    game = replace(schedule.games[0], venue=VenueId("north"))
    return league, Timeline(league, replace(schedule, games=(game,)))
