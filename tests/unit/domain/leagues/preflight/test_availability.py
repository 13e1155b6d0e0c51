"""What counting finds impossible on the dates that teams and venues have."""

from builders import a_league, a_rule, slots, teams
from flextime.domain.constraints.games_per_week import GamesPerWeek
from flextime.domain.constraints.home_away_balance import HomeAwayBalance
from flextime.domain.constraints.no_sunday import NoSunday
from flextime.domain.constraints.rest_days import RestDays
from flextime.domain.constraints.team_unavailable import TeamUnavailable
from flextime.domain.constraints.venue_unavailable import VenueUnavailable
from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.leagues.preflight import preflight
from preflights import THREE_SATURDAYS, found, sentences

DOUBLE = RoundRobin(times=2)


def test_a_date_that_a_team_cannot_play_takes_a_round() -> None:
    exams = a_rule(TeamUnavailable, team="A", slots=slots("11"))

    assert "/calendar/rounds" in found(exams)
    assert found(exams, days="4 10/11 18") == []


def test_two_slots_of_one_round_are_room_for_one_game() -> None:
    exams = a_rule(TeamUnavailable, team="A", slots=slots("18"))

    assert any("room for only 2" in s for s in sentences(exams, days="4/5 11 18"))


def test_a_team_that_never_plays_on_sundays_loses_sunday_rounds() -> None:
    assert "/calendar/rounds" in found(
        a_rule(NoSunday, teams=teams("A")), days="4 12 18"
    )


def test_rests_take_rounds() -> None:
    assert found(a_rule(RestDays, min_rest_days=6)) == []
    assert found(a_rule(RestDays, min_rest_days=7)) == ["/calendar/rounds"]


def test_the_longest_rest_of_several_rules_counts() -> None:
    short = a_rule(RestDays, id="short", min_rest_days=1)
    long = a_rule(RestDays, id="long", min_rest_days=7)

    assert found(short, long) == found(long, short) == ["/calendar/rounds"]


def test_too_few_weeks_for_the_games_are_rejected() -> None:
    days = "6 8 10"

    assert found(a_rule(GamesPerWeek, max_games=2), days=days) == [
        "/constraints/0/max_games"
    ]
    assert found(a_rule(GamesPerWeek, max_games=3), days=days) == []


def test_two_teams_that_can_never_play_on_the_same_day_are_rejected() -> None:
    rules = (
        a_rule(TeamUnavailable, id="a", team="A", slots=slots("4 11 18")),
        a_rule(TeamUnavailable, id="b", team="B", slots=slots("25 32 39")),
    )
    problems = preflight(a_league(days="4 11 18 25 32 39", rules=rules))

    (problem,) = problems
    assert problem.message == (
        "A and B must meet 1 times, but there are only 0 rounds in which both can play"
        " and one of them can host"
    )


def test_a_venue_closed_all_season_is_rejected_where_home_games_are_required() -> None:
    closed = a_rule(VenueUnavailable, team="A", slots=slots(THREE_SATURDAYS))
    balance = a_rule(HomeAwayBalance, max_difference=1)

    assert found(closed) == []
    assert found(closed, balance) == ["/constraints/1/max_difference"]


def test_a_double_round_robin_needs_dates_to_host() -> None:
    closed = a_rule(VenueUnavailable, team="A", slots=slots("4 11 18 25"))

    assert "/format" in found(closed, days="4 11 18 25 32 39", format_=DOUBLE)
