"""Each name that means nothing is reported where it stands."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from builders import a_league, a_rule, a_schedule, slots, teams
from flextime.domain.constraints.fixed_game import FixedGame
from flextime.domain.constraints.no_sunday import NoSunday
from flextime.domain.constraints.rest_days import RestDays
from flextime.domain.constraints.tv_window_demand import TvWindowDemand
from flextime.domain.constraints.venue_unavailable import VenueUnavailable
from flextime.domain.errors import InvalidLeague, InvalidSchedule
from flextime.domain.leagues.formats import (
    PartialRoundRobin,
    RoundRobin,
    SomeOpponents,
)
from flextime.domain.leagues.league import League
from flextime.domain.leagues.references import validate_league, validate_schedule


def pointers(league: League) -> list[str]:
    with pytest.raises(InvalidLeague) as rejected:
        validate_league(league)
    return [problem.pointer for problem in rejected.value.problems]


def test_a_valid_league_is_accepted() -> None:
    validate_league(a_league(rules=[a_rule(RestDays, min_rest_days=1)]))


@pytest.mark.parametrize(
    ("rule", "pointer"),
    [
        (a_rule(VenueUnavailable, team="X", slots=slots("4")), "/constraints/0/team"),
        (
            a_rule(VenueUnavailable, team="A", slots=slots("4 5")),
            "/constraints/0/slots/1",
        ),
        (a_rule(NoSunday, teams=teams("A X")), "/constraints/0/teams/1"),
        (
            a_rule(FixedGame, home="X", away="B", slots=slots("4")),
            "/constraints/0/home",
        ),
        (
            a_rule(FixedGame, home="A", away="X", slots=slots("4")),
            "/constraints/0/away",
        ),
        (
            a_rule(TvWindowDemand, slots=slots("4"), featuring=teams("X")),
            "/constraints/0/featuring/0",
        ),
    ],
)
def test_an_unknown_reference_in_a_rule_is_reported(rule: Any, pointer: str) -> None:  # noqa: ANN401 - a rule of any kind
    assert pointers(a_league(rules=[rule])) == [pointer]


def _with_repeated_team(league: League) -> League:
    return replace(league, teams=(*league.teams, league.teams[0]))


def _with_repeated_venue(league: League) -> League:
    return replace(league, venues=(*league.venues, league.venues[1]))


def _with_repeated_rule(league: League) -> League:
    return replace(league, constraints=(a_rule(RestDays, min_rest_days=1),) * 2)


def _with_homeless_team(league: League) -> League:
    return replace(league, venues=league.venues[1:])


@pytest.mark.parametrize(
    ("spoil", "pointer"),
    [
        (_with_repeated_team, "/teams/4/id"),
        (_with_repeated_venue, "/venues/4/id"),
        (_with_repeated_rule, "/constraints/1/id"),
        (_with_homeless_team, "/teams/0/home_venue"),
    ],
)
def test_repeated_and_missing_things_are_reported(
    spoil: Callable[[League], League], pointer: str
) -> None:
    assert pointers(spoil(replace(a_league(), distances_km=None))) == [pointer]


def test_a_repeated_slot_is_reported() -> None:
    assert pointers(a_league(days="4 11/11 18")) == ["/calendar/rounds/1/slots/1/id"]


def test_slots_that_are_not_in_chronological_order_are_reported() -> None:
    assert pointers(a_league(days="4 18 11")) == ["/calendar/rounds/2/slots/0/date"]


def test_a_season_without_rounds_is_rejected() -> None:
    assert pointers(a_league(days="")) == ["/calendar/rounds"]


def test_a_round_without_slots_is_rejected() -> None:
    league = a_league(days="4")
    empty = replace(league.calendar.rounds[0], slots=())
    calendar = replace(league.calendar, rounds=(empty,))

    assert pointers(replace(league, calendar=calendar)) == ["/calendar/rounds/0/slots"]


def test_an_unknown_time_zone_is_rejected() -> None:
    league = a_league("A B")
    nowhere = replace(league.venues[1].location, time_zone="Middle/Earth")
    venues = (league.venues[0], replace(league.venues[1], location=nowhere))

    assert pointers(replace(league, venues=venues)) == ["/venues/1/location/time_zone"]


@pytest.mark.parametrize("name", ["", "a b", "-a", "a#b", "a/b", "a" * 101, "ä"])
def test_an_id_that_a_url_cannot_hold_is_rejected(name: str) -> None:
    league = a_league("A B")
    team = replace(league.teams[0], id=name)  # type: ignore[arg-type]  # any text

    assert "/teams/0/id" in pointers(replace(league, teams=(team, league.teams[1])))


@pytest.mark.parametrize(
    ("format_", "pointer"),
    [
        (PartialRoundRobin(games=4, twice=(("A", "X"),)), "/format/twice/0/1"),  # type: ignore[arg-type]  # letters
        (PartialRoundRobin(games=4, rivalries=(("X", "A"),)), "/format/rivalries/0/0"),  # type: ignore[arg-type]  # letters
        (PartialRoundRobin(games=4, rivalries=(("A", "A"),)), "/format/rivalries/0"),  # type: ignore[arg-type]  # letters
        (
            PartialRoundRobin(games=4, twice=(("A", "B"), ("B", "A"))),  # type: ignore[arg-type]  # letters
            "/format/twice/1",
        ),
        (
            SomeOpponents(games=2, protected=(("A", "B"),), missed=(("B", "A"),)),  # type: ignore[arg-type]  # letters
            "/format/missed/0",
        ),
        (RoundRobin(times=3, phased=True), "/format/phased"),
    ],
)
def test_a_format_that_contradicts_itself_is_reported(
    format_: Any,  # noqa: ANN401 - a format of any kind
    pointer: str,
) -> None:
    assert pointers(a_league(format_=format_)) == [pointer]


@pytest.mark.parametrize(
    ("table", "pointer"),
    [
        (((0.0, 1.0),), "/distances_km"),
        (((0.0,), (1.0, 0.0)), "/distances_km"),
        (((0.0, -1.0), (1.0, 0.0)), "/distances_km/0/1"),
        (((0.0, 1.0), (float("nan"), 0.0)), "/distances_km/1/0"),
        (((0.0, float("inf")), (1.0, 0.0)), "/distances_km/0/1"),
    ],
)
def test_a_table_of_distances_has_a_number_for_every_two_teams(
    table: tuple[tuple[float, ...], ...], pointer: str
) -> None:
    assert pointers(a_league("A B", distances_km=table)) == [pointer]


@pytest.mark.parametrize(
    ("letters", "days", "pointer"),
    [
        (" ".join(f"t{number}" for number in range(33)), "4", "/teams"),
        ("A B", " ".join(str(day) for day in range(1, 86)), "/calendar/rounds"),
        ("A B", "/".join(str(day) for day in range(1, 202)), "/calendar/rounds"),
    ],
)
def test_a_league_too_large_to_be_solved_is_rejected(
    letters: str, days: str, pointer: str
) -> None:
    assert pointers(a_league(letters, days)) == [pointer]


def test_every_error_is_reported_at_once() -> None:
    rule = a_rule(FixedGame, home="X", away="Y", slots=slots("1 2"))

    assert len(pointers(a_league(rules=[rule], days="4 3"))) == 5


def test_the_errors_of_a_schedule_are_reported() -> None:
    schedule = a_schedule("A-B C-D | A-A")
    odd, _, own = schedule.games
    games = (replace(odd, venue="nowhere"), replace(odd, slot="99"), own)  # type: ignore[arg-type]  # any text

    with pytest.raises(InvalidSchedule) as rejected:
        validate_schedule(a_league(), replace(schedule, games=games))
    assert [problem.pointer for problem in rejected.value.problems] == [
        "/games/1/id",
        "/games/0/venue",
        "/games/1/slot",
        "/games/2",
    ]
