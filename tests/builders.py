"""Builders of small leagues and schedules with defaults for everything.

Teams are letters. Days are counted from 1 January 2025, a Wednesday: 4 is a Saturday, 5
a Sunday, 6 a Monday; the id of a slot is its day. ``A-B`` is a game of B at A.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from flextime.domain.constraints import Constraint, Deviation, Rule
from flextime.domain.ids import (
    ConstraintId,
    LeagueId,
    RoundId,
    SlotId,
    TeamId,
    VenueId,
)
from flextime.domain.leagues.formats import Format, RoundRobin
from flextime.domain.leagues.geography import Location
from flextime.domain.leagues.league import Goals, League, Team, Venue
from flextime.domain.leagues.season import Round, SeasonCalendar, Slot
from flextime.domain.schedules.games import Game, Schedule, game_id
from flextime.domain.schedules.timeline import Timeline

SATURDAYS = "4 11 18 25 32 39 46 53 60 67"
LEAGUE = LeagueId("small")


def a_calendar(days: str = SATURDAYS) -> SeasonCalendar:
    """Return a calendar: ``4 6/7 11`` has three rounds, the second with two slots."""
    return SeasonCalendar(
        tuple(
            Round(RoundId(f"r{place}"), tuple(a_slot(day) for day in days_.split("/")))
            for place, days_ in enumerate(days.split(), start=1)
        )
    )


def a_slot(day: str) -> Slot:
    return Slot(SlotId(day), date(2024, 12, 31) + timedelta(days=int(day)))


def slots(days: str) -> tuple[SlotId, ...]:
    return tuple(SlotId(day) for day in days.split())


def teams(letters: str) -> tuple[TeamId, ...]:
    return tuple(TeamId(letter) for letter in letters.split())


def a_league(
    letters: str = "A B C D",
    days: str = SATURDAYS,
    rules: Iterable[Constraint] = (),
    *,
    format_: Format | None = None,
    goals: Goals | None = None,
    distances_km: tuple[tuple[float, ...], ...] | None = None,
) -> League:
    """Return a league of teams on a line, 100 km apart by default."""
    names = letters.split()
    return League(
        id=LEAGUE,
        name="A small league",
        sport="basketball",
        season="2025",
        teams=tuple(
            Team(TeamId(name), name, name, VenueId(f"{name}-hall")) for name in names
        ),
        venues=tuple(a_venue(f"{name}-hall") for name in names),
        calendar=a_calendar(days),
        format=format_ or RoundRobin(times=1),
        constraints=tuple(rules),
        goals=goals or Goals(),
        distances_km=distances_km or _line(len(names)),
    )


def a_venue(name: str, latitude: float = 40.0) -> Venue:
    return Venue(VenueId(name), name, Location(latitude, -100.0, "America/Chicago"))


def _line(size: int) -> tuple[tuple[float, ...], ...]:
    return tuple(
        tuple(100.0 * abs(row - column) for column in range(size))
        for row in range(size)
    )


def a_schedule(text: str, days: str = SATURDAYS) -> Schedule:
    """Return a schedule: ``A-B C-D | B-C`` has two rounds.

    A game is in the first slot of its round, or in the slot after its ``@``.
    """
    rounds = a_calendar(days).rounds
    games: list[Game] = []
    for round_, games_text in zip(rounds, text.split("|"), strict=False):
        for game_text in games_text.split():
            pair, _, day = game_text.partition("@")
            home, away = (TeamId(letter) for letter in pair.split("-"))
            meeting = 1 + sum((g.home, g.away) == (home, away) for g in games)
            games.append(
                Game(
                    id=game_id(home, away, meeting),
                    home=home,
                    away=away,
                    slot=SlotId(day) if day else round_.slots[0].id,
                )
            )
    return Schedule(LEAGUE, tuple(games))


def a_rule[R: Rule](kind: type[R], /, **fields: object) -> R:
    """Return a hard constraint whose id is its kind."""
    name = kind.__dataclass_fields__["kind"].default
    return kind(**{"id": ConstraintId(name), **fields})  # type: ignore[arg-type]  # any kind's fields


def deviations_of(
    rule: Rule, games: str, days: str = SATURDAYS, *, games_per_series: int = 1
) -> list[Deviation]:
    """Return the deviations of a schedule; its letters are the teams of the league."""
    letters = {letter for letter in games if letter.isalpha()}
    format_ = RoundRobin(times=1, games_per_series=games_per_series)
    league = a_league(" ".join(sorted(letters)), days, format_=format_)
    return list(rule.deviations(Timeline(league, a_schedule(games, days))))


def amounts(found: Iterable[Deviation]) -> list[int]:
    return [deviation.amount for deviation in found]
