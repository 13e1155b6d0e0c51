"""What every kind has in common."""

import pytest

from builders import a_rule, slots, teams
from flextime.domain.constraints import KINDS, Rule
from flextime.domain.constraints.away_window import AwayWindow
from flextime.domain.constraints.games_per_week import GamesPerWeek
from flextime.domain.constraints.home_away_balance import HomeAwayBalance
from flextime.domain.constraints.longest_away_run import LongestAwayRun
from flextime.domain.constraints.longest_home_run import LongestHomeRun
from flextime.domain.constraints.no_sunday import NoSunday
from flextime.domain.constraints.rest_days import RestDays
from flextime.domain.constraints.road_after_home import RoadAfterHome
from flextime.domain.constraints.season_edge import SeasonEdge
from flextime.domain.constraints.venue_unavailable import VenueUnavailable
from flextime.domain.constraints.weekday_pattern import WeekdayPattern
from flextime.domain.constraints.weekend_home_minimum import WeekendHomeMinimum
from flextime.domain.leagues.season import Weekday


def test_kinds_have_different_names() -> None:
    names = [kind.__dataclass_fields__["kind"].default for kind in KINDS]

    assert len(set(names)) == len(KINDS) == 37


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_lives_in_the_module_of_its_name(kind: type[Rule]) -> None:
    name = kind.__dataclass_fields__["kind"].default

    assert kind.__module__ == f"flextime.domain.constraints.{name}"


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"weight": 0}, "weight must lie between 1 and 1000000"),
        ({"weight": 1_000_001}, "weight must lie between 1 and 1000000"),
        ({"priority": 0}, "priority must lie between 1 and 10"),
        ({"priority": 11}, "priority must lie between 1 and 10"),
    ],
)
def test_numbers_out_of_range_are_rejected(
    fields: dict[str, int], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        a_rule(LongestHomeRun, max_games=2, **fields)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (AwayWindow, {"max_away": 1, "games": 2}),
        (GamesPerWeek, {"max_games": 2}),
        (HomeAwayBalance, {}),
        (LongestAwayRun, {"max_games": 2}),
        (LongestHomeRun, {"max_games": 2}),
        (RestDays, {"min_rest_days": 1}),
        (RoadAfterHome, {}),
        (SeasonEdge, {"edge": "first", "games": 4, "min_home": 2}),
        (WeekdayPattern, {"weekdays": (Weekday.SATURDAY, Weekday.MONDAY)}),
        (WeekendHomeMinimum, {"min_games": 4}),
    ],
)
def test_a_list_of_teams_is_not_empty_and_has_no_duplicates(
    kind: type[Rule], fields: dict[str, object]
) -> None:
    a_rule(kind, **fields)
    a_rule(kind, **fields, teams=teams("A B"))

    with pytest.raises(ValueError, match="teams must not be empty"):
        a_rule(kind, **fields, teams=())
    with pytest.raises(ValueError, match="teams must not name A twice"):
        a_rule(kind, **fields, teams=teams("A A"))


def test_a_team_or_slot_that_would_count_twice_is_rejected() -> None:
    with pytest.raises(ValueError, match="teams must not name A twice"):
        a_rule(NoSunday, teams=teams("A B A"))
    with pytest.raises(ValueError, match="slots must not name 4 twice"):
        a_rule(VenueUnavailable, team="A", slots=slots("4 11 4"))
