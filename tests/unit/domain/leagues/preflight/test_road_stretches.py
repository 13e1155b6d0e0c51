"""What counting finds impossible where a team cannot host for long."""

from builders import a_league, a_rule, slots
from flextime.domain.constraints.longest_away_run import LongestAwayRun
from flextime.domain.constraints.venue_unavailable import VenueUnavailable
from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.leagues.preflight import preflight
from preflights import found

DOUBLE = RoundRobin(times=2)


def test_an_arena_closed_for_longer_than_an_away_run_is_rejected() -> None:
    away = a_rule(LongestAwayRun, max_games=2)
    closed = a_rule(VenueUnavailable, team="A", slots=slots("4 11 18"))
    days = "4 11 18 25 32 39"

    assert found(away, closed, days=days, format_=DOUBLE) == [
        "/constraints/0/max_games"
    ]
    [problem] = preflight(a_league(days=days, rules=[away, closed], format_=DOUBLE))
    assert problem.message == (
        "A cannot host in rounds r1 to r3, where it must play at least 3 of its 6"
        " games, but at most 2 consecutive away games are allowed"
    )


def test_a_reserve_date_ends_an_away_run() -> None:
    away = a_rule(LongestAwayRun, max_games=2)
    closed = a_rule(VenueUnavailable, team="A", slots=slots("4 11 18"))

    assert found(away, closed, days="4 11 18 25 32 39 46", format_=DOUBLE) == []
