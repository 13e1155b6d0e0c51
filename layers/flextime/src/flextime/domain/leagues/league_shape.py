"""Whether a league document has the shape that everything else relies on.

Ids fit into addresses, slots stand in order of time, tables are square.
"""

import re
from collections.abc import Iterable, Iterator
from math import isfinite
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from flextime.domain.errors import Problem
from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.leagues.league import League
from flextime.domain.leagues.season import Slot

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_MAX_DISTANCE_KM = 1_000_000


def shape_problems(league: League) -> Iterator[Problem]:
    yield from _shapeless_ids(league)
    yield from _unknown_zones(league)
    yield from _calendar_order(league)
    yield from _series_overlap(league)
    yield from _phases(league)
    yield from _distances(league)


def _shapeless_ids(league: League) -> Iterator[Problem]:
    """Ids stand in addresses and keys, so they keep to letters, digits and ``._-``."""
    if not _ID.fullmatch(league.id):
        yield _shapeless("/id", league.id)
    listed: dict[str, Iterable[str]] = {
        "/teams": (team.id for team in league.teams),
        "/venues": (venue.id for venue in league.venues),
        "/constraints": (rule.id for rule in league.constraints),
        "/calendar/rounds": (round_.id for round_ in league.calendar.rounds),
    }
    for place, round_ in enumerate(league.calendar.rounds):
        slots = (slot.id for slot in round_.slots)
        listed[f"/calendar/rounds/{place}/slots"] = slots
    for at, names in listed.items():
        for place, name in enumerate(names):
            if not _ID.fullmatch(name):
                yield _shapeless(f"{at}/{place}/id", name)


def _shapeless(pointer: str, name: str) -> Problem:
    return Problem(
        pointer,
        f"{name!r} is no id: it has 1 to 100 letters, digits, '.', '_' and '-',"
        " and begins with a letter or a digit",
    )


def _unknown_zones(league: League) -> Iterator[Problem]:
    for place, venue in enumerate(league.venues):
        try:
            ZoneInfo(venue.location.time_zone)
        except (ZoneInfoNotFoundError, ValueError):
            yield Problem(
                f"/venues/{place}/location/time_zone",
                f"{venue.location.time_zone!r} is no IANA time zone, such as"
                " America/Chicago",
            )


def _calendar_order(league: League) -> Iterator[Problem]:
    rounds = league.calendar.rounds
    if not rounds:
        yield Problem("/calendar/rounds", "a season has at least one round")
    latest = None
    for place, round_ in enumerate(rounds):
        at = f"/calendar/rounds/{place}/slots"
        if not round_.slots:
            yield Problem(at, "a round has at least one slot")
        for position, slot in enumerate(round_.slots):
            if latest is not None and slot.date < latest:
                yield Problem(
                    f"{at}/{position}/date",
                    f"{slot.date} comes after {latest}: slots stand in order of time",
                )
            latest = slot.date


def _series_overlap(league: League) -> Iterator[Problem]:
    """A series is over before the next round begins."""
    if league.format.games_per_series == 1:
        return
    latest: Slot | None = None
    for place, round_ in enumerate(league.calendar.rounds):
        for position, slot in enumerate(round_.slots):
            if latest is not None and league.days_apart(latest, slot) < 1:
                yield Problem(
                    f"/calendar/rounds/{place}/slots/{position}/date",
                    f"a series that begins on {latest.date} goes on until"
                    f" {league.days(latest)[-1]}, so no other round begins on"
                    f" {slot.date}",
                )
        latest = max(round_.slots, key=lambda slot: slot.date, default=latest)


def _phases(league: League) -> Iterator[Problem]:
    if not (isinstance(league.format, RoundRobin) and league.format.phased):
        return
    rounds = len(league.calendar.rounds)
    if rounds % league.format.times:
        yield Problem(
            "/format/phased",
            f"{rounds} rounds do not fall into {league.format.times} equal parts",
        )


def _distances(league: League) -> Iterator[Problem]:
    table = league.distances_km
    if table is None:
        return
    size = len(league.teams)
    if len(table) != size or any(len(row) != size for row in table):
        yield Problem(
            "/distances_km", f"a row and a column for each of {size} teams are needed"
        )
        return
    for row, distances in enumerate(table):
        for column, distance_km in enumerate(distances):
            if not (isfinite(distance_km) and 0 <= distance_km <= _MAX_DISTANCE_KM):
                yield Problem(
                    f"/distances_km/{row}/{column}",
                    f"a distance lies between 0 and {_MAX_DISTANCE_KM} km",
                )
