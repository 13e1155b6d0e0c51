"""Whether every name in a league or a schedule stands for something that is there.

`validate_league` and `validate_schedule` find all faults of a document at once;
whether a sound league can be scheduled at all is `preflight`'s question.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from flextime.domain.constraints import Rule
from flextime.domain.errors import InvalidLeague, InvalidSchedule, Problem
from flextime.domain.formats import PartialRoundRobin, RoundRobin
from flextime.domain.league import League
from flextime.domain.schedule import Schedule

_TEAM_FIELDS = ("team", "teams", "home", "away", "featuring")
_SLOT_FIELDS = ("slots",)


def validate_league(league: League) -> None:
    """Raise `InvalidLeague` naming every unknown or repeated id of a league."""
    problems = (
        *_duplicates(league),
        *_unknown_venues(league),
        *_unknown_zones(league),
        *_calendar_order(league),
        *_format_pairs(league),
        *_distances(league),
        *(
            problem
            for place, rule in enumerate(league.constraints)
            for problem in unknown_references(league, rule, f"/constraints/{place}")
        ),
    )
    if problems:
        raise InvalidLeague(problems)


def validate_schedule(league: League, schedule: Schedule) -> None:
    """Raise `InvalidSchedule` where a game is not of this league."""
    problems = [*_repeated((g.id for g in schedule.games), "/games", "game")]
    for place, game in enumerate(schedule.games):
        at = f"/games/{place}"
        for side, team in (("home", game.home), ("away", game.away)):
            if team not in league.team_by_id:
                problems.append(_unknown(f"{at}/{side}", "team", team))
        if game.home == game.away:
            problems.append(Problem(at, f"{game.home} cannot play itself"))
        if game.slot is not None and game.slot not in league.slot_by_id:
            problems.append(_unknown(f"{at}/slot", "slot", game.slot))
        if game.venue is not None and game.venue not in league.venue_by_id:
            problems.append(_unknown(f"{at}/venue", "venue", game.venue))
    if problems:
        raise InvalidSchedule(tuple(problems))


def unknown_references(league: League, rule: Rule, at: str) -> Iterator[Problem]:
    """Teams and slots that a rule names and the league does not have."""
    for field in fields(rule):
        names = getattr(rule, field.name)
        several = isinstance(names, tuple)
        for place, name in enumerate(names if several else (names,)):
            pointer = f"{at}/{field.name}/{place}" if several else f"{at}/{field.name}"
            if field.name in _TEAM_FIELDS and name is not None:
                if name not in league.team_by_id:
                    yield _unknown(pointer, "team", name)
            elif field.name in _SLOT_FIELDS and name not in league.slot_by_id:
                yield _unknown(pointer, "slot", name)


def _unknown(pointer: str, what: str, name: str) -> Problem:
    return Problem(pointer, f"no {what} of this league is called {name!r}")


def _repeated(names: Iterable[str], at: str, what: str) -> Iterator[Problem]:
    listed = list(names)
    counts = Counter(listed)
    for place, name in enumerate(listed):
        if counts[name] > 1 and listed.index(name) < place:
            yield Problem(f"{at}/{place}/id", f"another {what} is called {name!r} too")


def _duplicates(league: League) -> Iterator[Problem]:
    yield from _repeated((team.id for team in league.teams), "/teams", "team")
    yield from _repeated((venue.id for venue in league.venues), "/venues", "venue")
    rules = (rule.id for rule in league.constraints)
    yield from _repeated(rules, "/constraints", "constraint")
    rounds = (round_.id for round_ in league.calendar.rounds)
    yield from _repeated(rounds, "/calendar/rounds", "round")
    seen: set[str] = set()
    for place, round_ in enumerate(league.calendar.rounds):
        for position, slot in enumerate(round_.slots):
            if slot.id in seen:
                yield Problem(
                    f"/calendar/rounds/{place}/slots/{position}/id",
                    f"another slot is called {slot.id!r} too",
                )
            seen.add(slot.id)


def _unknown_venues(league: League) -> Iterator[Problem]:
    for place, team in enumerate(league.teams):
        if team.home_venue not in league.venue_by_id:
            yield _unknown(f"/teams/{place}/home_venue", "venue", team.home_venue)


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


def _format_pairs(league: League) -> Iterator[Problem]:
    if isinstance(league.format, RoundRobin):
        listed = {}
    elif isinstance(league.format, PartialRoundRobin):
        listed = {
            "twice": league.format.twice or (),
            "rivalries": league.format.rivalries,
        }
    else:
        listed = {
            "protected": league.format.protected,
            "missed": league.format.missed,
        }
    for name, pairs in listed.items():
        for place, pair in enumerate(pairs):
            for side, team in enumerate(pair):
                if team not in league.team_by_id:
                    yield _unknown(f"/format/{name}/{place}/{side}", "team", team)


def _distances(league: League) -> Iterator[Problem]:
    table = league.distances_km
    if table is None:
        return
    size = len(league.teams)
    if len(table) != size or any(len(row) != size for row in table):
        yield Problem(
            "/distances_km", f"a row and a column for each of {size} teams are needed"
        )
    elif any(distance < 0 for row in table for distance in row):
        yield Problem("/distances_km", "distances must not be negative")
