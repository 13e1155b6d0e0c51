"""What counting finds impossible in games that are fixed."""

import pytest

from builders import a_rule, slots, teams
from flextime.domain.constraints import Constraint
from flextime.domain.constraints.fixed_game import FixedGame
from flextime.domain.constraints.no_sunday import NoSunday
from flextime.domain.constraints.rest_days import RestDays
from flextime.domain.constraints.team_unavailable import TeamUnavailable
from flextime.domain.constraints.venue_unavailable import VenueUnavailable
from flextime.domain.leagues.formats import SomeOpponents
from preflights import found, sentences


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (
            a_rule(VenueUnavailable, team="A", slots=slots("4")),
            "B at A cannot be on 4: the venue of A is not available",
        ),
        (
            a_rule(TeamUnavailable, team="B", slots=slots("4")),
            "B at A cannot be on 4: B cannot play",
        ),
    ],
)
def test_a_fixed_game_on_a_closed_date_is_rejected(
    other: Constraint, reason: str
) -> None:
    fixed = a_rule(FixedGame, home="A", away="B", slots=slots("4"))

    assert reason in sentences(fixed, other, days="4 11 18 25")
    assert "/constraints/0/slots" in found(fixed, other, days="4 11 18 25")


def test_a_fixed_game_with_another_open_date_is_fine() -> None:
    fixed = a_rule(FixedGame, home="A", away="B", slots=slots("4 11"))
    closed = a_rule(VenueUnavailable, team="A", slots=slots("4"))

    assert found(fixed, closed) == []


def test_a_fixed_game_on_a_sunday_of_a_team_that_plays_none_is_rejected() -> None:
    fixed = a_rule(FixedGame, home="A", away="B", slots=slots("12"))
    never = a_rule(NoSunday, teams=teams("B"))

    assert found(fixed, never, days="4 11/12 18") == ["/constraints/0/slots"]


def test_two_fixed_games_of_one_team_in_one_round_are_rejected() -> None:
    one = a_rule(FixedGame, id="one", home="A", away="B", slots=slots("4"))
    other = a_rule(FixedGame, id="other", home="C", away="A", slots=slots("5"))

    assert found(one, other, days="4/5 11 18") == ["/constraints/1/slots"]
    assert found(one, other, days="4 5 11") == []


def test_the_same_fixed_game_twice_is_one_game() -> None:
    one = a_rule(FixedGame, id="one", home="A", away="B", slots=slots("4"))
    other = a_rule(FixedGame, id="other", home="A", away="B", slots=slots("4"))

    assert found(one, other) == []


@pytest.mark.parametrize(("home", "away"), [("A", "C"), ("C", "B"), ("B", "A")])
def test_another_fixed_game_of_a_team_in_the_same_slot_is_rejected(
    home: str, away: str
) -> None:
    one = a_rule(FixedGame, id="one", home="A", away="B", slots=slots("4"))
    other = a_rule(FixedGame, id="other", home=home, away=away, slots=slots("4"))

    assert found(one, other) == ["/constraints/1/slots"]


def test_fixed_games_need_the_rest_between_them() -> None:
    one = a_rule(FixedGame, id="one", home="A", away="B", slots=slots("4"))
    other = a_rule(FixedGame, id="other", home="C", away="A", slots=slots("5"))
    rest = a_rule(RestDays, min_rest_days=1)

    assert "/constraints/1/slots" in found(one, other, rest, days="4 5 11 18")


def test_a_fixed_game_of_teams_that_do_not_meet_is_rejected() -> None:
    fixed = a_rule(FixedGame, home="A", away="B", slots=slots("4"))
    missed = SomeOpponents(games=2, missed=(("A", "B"),))  # type: ignore[arg-type]  # letters

    assert found(fixed, format_=missed) == ["/constraints/0"]
