"""What counting finds impossible in games at home and away."""

import pytest

from builders import a_rule, slots, teams
from flextime.domain.constraints import Constraint
from flextime.domain.constraints.away_window import AwayWindow
from flextime.domain.constraints.home_away_balance import HomeAwayBalance
from flextime.domain.constraints.longest_away_run import LongestAwayRun
from flextime.domain.constraints.longest_home_run import LongestHomeRun
from flextime.domain.constraints.season_edge import SeasonEdge
from flextime.domain.constraints.venue_unavailable import VenueUnavailable
from flextime.domain.constraints.weekend_home_minimum import WeekendHomeMinimum
from preflights import THREE_SATURDAYS, found


@pytest.mark.parametrize(
    "rule",
    [
        a_rule(LongestAwayRun, max_games=1, teams=teams("A")),
        a_rule(AwayWindow, max_away=0, games=1, teams=teams("A")),
        a_rule(SeasonEdge, edge="first", games=2, min_home=1, teams=teams("A")),
        a_rule(WeekendHomeMinimum, min_games=1, teams=teams("A")),
    ],
)
def test_a_rule_that_needs_home_games_needs_dates_to_host(rule: Constraint) -> None:
    closed = a_rule(VenueUnavailable, team="A", slots=slots(THREE_SATURDAYS))

    assert found(rule) == []
    assert found(rule, closed)[0].startswith("/constraints/0/")


@pytest.mark.parametrize(
    ("where", "closed_slots", "rejected"),
    [
        ("any", "4 11 18 25", True),
        ("any", "4 11 18", False),
        ("first", "4 11 18 25", False),
        ("first", "4 11 18 25 32", True),
    ],
)
def test_windows_that_do_not_overlap_each_need_home_games(
    where: str,
    closed_slots: str,
    rejected: bool,  # noqa: FBT001 - a column of the table above
) -> None:
    one_of_two = a_rule(AwayWindow, max_away=1, games=2, where=where)
    closed = a_rule(VenueUnavailable, team="A", slots=slots(closed_slots))

    problems = found(one_of_two, closed, letters="A B C D E F", days="4 11 18 25 32")
    assert problems == (["/constraints/0/max_away"] if rejected else [])


@pytest.mark.parametrize(("games", "rejected"), [(3, True), (4, False)])
def test_a_window_longer_than_the_season_needs_nothing(
    games: int,
    rejected: bool,  # noqa: FBT001 - a column of the table above
) -> None:
    window = a_rule(AwayWindow, max_away=2, games=games)
    closed = a_rule(VenueUnavailable, team="A", slots=slots(THREE_SATURDAYS))

    assert bool(found(window, closed)) is rejected


def test_a_balance_of_other_teams_needs_nothing_of_this_one() -> None:
    balance = a_rule(HomeAwayBalance, max_difference=1, teams=teams("B"))
    closed = a_rule(VenueUnavailable, team="A", slots=slots(THREE_SATURDAYS))

    assert found(balance, closed) == []


def test_rules_cannot_require_more_home_and_away_games_than_a_team_plays() -> None:
    home = a_rule(WeekendHomeMinimum, min_games=3, teams=teams("A"))
    away = a_rule(LongestHomeRun, max_games=2, teams=teams("A"))
    edge = a_rule(SeasonEdge, edge="last", games=1, min_away=1, teams=teams("A"))

    assert found(home, away) == ["/constraints/0/min_games"]
    assert found(home, edge) == ["/constraints/0/min_games"]


def test_more_weekend_home_games_than_weekend_rounds_are_rejected() -> None:
    rule = a_rule(WeekendHomeMinimum, min_games=2, teams=teams("A"))

    assert found(rule, days="4 8 15") == ["/constraints/0/min_games"]
    assert found(rule, days="4 8 12") == []
