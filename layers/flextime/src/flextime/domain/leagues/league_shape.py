"""Validation of the structure of a league: ids, time zones, calendar and distances."""

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
    """Yield each error in the structure of a league."""
    yield from _invalid_ids(league)
    yield from _unknown_zones(league)
    yield from _calendar_order(league)
    yield from _series_overlap(league)
    yield from _phases(league)
    yield from _distances(league)


def _invalid_ids(league: League) -> Iterator[Problem]:
    """Ids are part of URLs and keys and so have only letters, digits and ``._-``."""
    if not _ID.fullmatch(league.id):
        yield _invalid_id("/id", league.id)
    listed: dict[str, Iterable[str]] = {
        "/teams": (team.id for team in league.teams),
        "/venues": (venue.id for venue in league.venues),
        "/constraints": (rule.id for rule in league.constraints),
        "/calendar/rounds": (round_.id for round_ in league.calendar.rounds),
    }
    for index, round_ in enumerate(league.calendar.rounds):
        slots = (slot.id for slot in round_.slots)
        listed[f"/calendar/rounds/{index}/slots"] = slots
    for at, names in listed.items():
        for index, name in enumerate(names):
            if not _ID.fullmatch(name):
                yield _invalid_id(f"{at}/{index}/id", name)


def _invalid_id(pointer: str, name: str) -> Problem:
    return Problem(
        pointer,
        f"{name!r} is not a valid id: an id has 1 to 100 letters, digits, '.', '_' and"
        " '-', and begins with a letter or a digit",
    )


def _unknown_zones(league: League) -> Iterator[Problem]:
    for index, venue in enumerate(league.venues):
        try:
            ZoneInfo(venue.location.time_zone)
        except (ZoneInfoNotFoundError, ValueError):
            yield Problem(
                f"/venues/{index}/location/time_zone",
                f"{venue.location.time_zone!r} is not an IANA time zone such as"
                " America/Chicago",
            )


def _calendar_order(league: League) -> Iterator[Problem]:
    rounds = league.calendar.rounds
    if not rounds:
        yield Problem("/calendar/rounds", "a season must have at least one round")
    latest = None
    for index, round_ in enumerate(rounds):
        at = f"/calendar/rounds/{index}/slots"
        if not round_.slots:
            yield Problem(at, "a round must have at least one slot")
        for position, slot in enumerate(round_.slots):
            if latest is not None and slot.date < latest:
                yield Problem(
                    f"{at}/{position}/date",
                    f"{slot.date} follows {latest}, but slots must be in chronological"
                    " order",
                )
            latest = slot.date


def _series_overlap(league: League) -> Iterator[Problem]:
    """A series must end before the next round begins."""
    if league.format.games_per_series == 1:
        return
    latest: Slot | None = None
    for index, round_ in enumerate(league.calendar.rounds):
        for position, slot in enumerate(round_.slots):
            if latest is not None and league.days_apart(latest, slot) < 1:
                yield Problem(
                    f"/calendar/rounds/{index}/slots/{position}/date",
                    f"a series that begins on {latest.date} ends on"
                    f" {league.days(latest)[-1]}, so the next round must not begin on"
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
            f"{rounds} rounds cannot be divided into {league.format.times} equal parts",
        )


def _distances(league: League) -> Iterator[Problem]:
    table = league.distances_km
    if table is None:
        return
    size = len(league.teams)
    if len(table) != size or any(len(row) != size for row in table):
        yield Problem(
            "/distances_km",
            f"the table must have one row and one column for each of {size} teams",
        )
        return
    for row, distances in enumerate(table):
        for column, distance_km in enumerate(distances):
            if not (isfinite(distance_km) and 0 <= distance_km <= _MAX_DISTANCE_KM):
                yield Problem(
                    f"/distances_km/{row}/{column}",
                    f"a distance must lie between 0 and {_MAX_DISTANCE_KM} km",
                )
