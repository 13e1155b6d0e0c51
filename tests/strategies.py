"""Hypothesis strategies for leagues, calendars and schedules.

Schedules are made by the circle method and so satisfy the format and the rounds of
their league; the hard constraints of `feasible_seasons` are satisfied too.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain

from hypothesis import strategies as st

from flextime.domain.ids import (
    ConstraintId,
    LeagueId,
    RoundId,
    SlotId,
    TeamId,
    VenueId,
)
from flextime.domain.leagues.formats import (
    Format,
    Pair,
    PartialRoundRobin,
    RoundRobin,
    SomeOpponents,
)
from flextime.domain.leagues.geography import Location
from flextime.domain.leagues.league import Goals, League, Team, TravelModel, Venue
from flextime.domain.leagues.season import Round, SeasonCalendar, Slot
from flextime.domain.schedules.games import Game, Schedule, game_id
from flextime.domain.schedules.timeline import Timeline
from rule_strategies import rules

LEAGUE = LeagueId("drawn")
type Pairing = list[Pair]
"""The games of a round, home team first."""


@dataclass(frozen=True)
class Season:
    """A league and one of its schedules."""

    league: League
    schedule: Schedule


@st.composite
def calendars(
    draw: st.DrawFn, rounds: int, games_per_series: int = 1
) -> SeasonCalendar:
    """Draw rounds of one to three slots; slots may share days and skip days.

    A series ends before the next round begins.
    """
    day = date(2025, 1, 1)
    series_days = 0 if games_per_series == 1 else games_per_series
    drawn = []
    for place in range(1, rounds + 1):
        slots = []
        for position in range(draw(st.integers(1, 3))):
            day += timedelta(days=draw(st.integers(0, 3)))
            slots.append(Slot(SlotId(f"s{place}.{position}"), day))
        day += timedelta(days=series_days)
        drawn.append(Round(RoundId(f"r{place}"), tuple(slots)))
    return SeasonCalendar(tuple(drawn))


def circle(teams: list[TeamId]) -> list[Pairing]:
    """Return a single round robin by the circle method; odd numbers have byes."""
    ring: list[TeamId | None] = [*teams, None] if len(teams) % 2 else [*teams]
    rounds = []
    for _ in range(len(ring) - 1):
        half = len(ring) // 2
        games = zip(ring[:half], reversed(ring[half:]), strict=True)
        rounds.append([(one, two) for one, two in games if one and two])
        ring = [ring[0], ring[-1], *ring[1:-1]]
    return rounds


@st.composite
def _first_leg(draw: st.DrawFn, teams: list[TeamId]) -> list[Pairing]:
    rounds = draw(st.permutations(circle(teams)))
    return [
        [(away, home) if draw(st.booleans()) else (home, away) for home, away in games]
        for games in rounds
    ]


def _mirrored(rounds: list[Pairing]) -> list[Pairing]:
    return [[(away, home) for home, away in games] for games in rounds]


@st.composite
def _formats(draw: st.DrawFn, teams: list[TeamId]) -> tuple[Format, list[Pairing]]:
    """Draw a format and rounds of games that satisfy it."""
    first = draw(_first_leg(teams))
    second = draw(st.permutations(_mirrored(first)))
    kinds = ["single", "double", "phased"]
    if len(teams) % 2 == 0:
        kinds += ["partial", "some"]
    match draw(st.sampled_from(kinds)):
        case "single":
            return RoundRobin(times=1), first
        case "double":
            return RoundRobin(times=2), draw(st.permutations(first + second))
        case "phased":
            return RoundRobin(times=2, phased=True), first + second
        case "partial":
            extra = second[: draw(st.integers(0, len(second)))]
            twice = list(chain.from_iterable(extra))
            rivalries = draw(_some_of(twice))
            partial = PartialRoundRobin(
                games=len(first) + len(extra),
                rivalries=tuple(rivalries),
                twice=tuple(twice) if draw(st.booleans()) else None,
            )
            return partial, draw(st.permutations(first + extra))
        case _:
            played = first[: draw(st.integers(1, len(first)))]
            missed = chain.from_iterable(first[len(played) :])
            some = SomeOpponents(
                games=len(played),
                protected=tuple(draw(_some_of(list(chain.from_iterable(played))))),
                missed=tuple(draw(_some_of(list(missed)))),
            )
            return some, played


def _some_of[T](values: list[T]) -> st.SearchStrategy[list[T]]:
    if not values:
        return st.just([])
    return st.lists(st.sampled_from(values), unique=True, max_size=4)


@st.composite
def seasons(draw: st.DrawFn, max_teams: int = 6) -> Season:
    """Draw a league without constraints, and a schedule that satisfies its format."""
    size = draw(st.integers(2, max_teams))
    teams = [TeamId(f"team-{number}") for number in range(size)]
    format_, games = draw(_formats(teams))
    format_ = replace(format_, games_per_series=draw(st.sampled_from([1, 1, 3])))
    phased = isinstance(format_, RoundRobin) and format_.phased
    byes = 0 if phased else draw(st.integers(0, 2))
    rounds = games if phased else draw(st.permutations(games + [[]] * byes))
    calendar = draw(calendars(len(rounds), format_.games_per_series))
    league = League(
        id=LEAGUE,
        name="A drawn league",
        sport="basketball",
        season="2025",
        teams=tuple(Team(t, f"Team {t}", t, VenueId(f"{t}-hall")) for t in teams),
        venues=tuple(draw(_venues(VenueId(f"{t}-hall"))) for t in teams),
        calendar=calendar,
        format=format_,
        goals=draw(st.builds(Goals, st.sampled_from(TravelModel), st.integers(0, 5))),
    )
    return Season(league, draw(_placed(calendar, rounds)))


@st.composite
def _placed(
    draw: st.DrawFn, calendar: SeasonCalendar, rounds: list[Pairing]
) -> Schedule:
    games: list[Game] = []
    for round_, pairs in zip(calendar.rounds, rounds, strict=True):
        for home, away in pairs:
            slot = draw(st.sampled_from(round_.slots))
            games.append(
                Game(id=game_id(home, away), home=home, away=away, slot=slot.id)
            )
    return Schedule(LEAGUE, tuple(games))


def _venues(venue: VenueId) -> st.SearchStrategy[Venue]:
    places = st.builds(
        Location,
        latitude=st.integers(25, 48).map(float),
        longitude=st.integers(-124, -67).map(float),
        time_zone=st.just("America/Chicago"),
    )
    return st.builds(
        Venue,
        id=st.just(venue),
        name=st.just(f"Hall of {venue}"),
        location=places,
        capacity=st.none() | st.integers(0, 100_000),
    )


@st.composite
def seasons_with_rules(draw: st.DrawFn, max_rules: int = 8) -> Season:
    """Draw a season with hard and soft constraints, satisfied or violated."""
    season = draw(seasons())
    drawn = tuple(
        replace(
            draw(rules(season.league, ConstraintId(f"rule-{number}"))),
            hard=draw(st.booleans()),
            active=draw(st.integers(0, 5)) > 0,
        )
        for number in range(draw(st.integers(0, max_rules)))
    )
    return Season(replace(season.league, constraints=drawn), season.schedule)


@st.composite
def feasible_seasons(draw: st.DrawFn) -> Season:
    """Draw a season whose schedule satisfies the format and all hard constraints."""
    season = draw(seasons_with_rules())
    timeline = Timeline(season.league, season.schedule)
    constraints = tuple(
        replace(rule, hard=not any(rule.deviations(timeline)))
        for rule in season.league.constraints
    )
    return Season(replace(season.league, constraints=constraints), season.schedule)
