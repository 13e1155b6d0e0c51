"""Whether every name in a league or a schedule stands for something that is there.

`validate_league` and `validate_schedule` find all faults of a document at once;
whether a sound league can be scheduled at all is `preflight`'s question.
"""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from flextime.domain.constraints import Rule
from flextime.domain.errors import InvalidLeague, InvalidSchedule, Problem
from flextime.domain.ids import TeamId
from flextime.domain.leagues.formats import Pair, PartialRoundRobin, SomeOpponents
from flextime.domain.leagues.league import League
from flextime.domain.leagues.league_shape import shape_problems
from flextime.domain.leagues.limits import size_problems
from flextime.domain.schedules.games import Schedule

_TEAM_FIELDS = (
    "team",
    "teams",
    "opponents",
    "then_teams",
    "then_opponents",
    "featuring",
    "home",
    "away",
    "games",
    "pairs",
)
_SLOT_FIELDS = ("slot", "slots", "then_slots", "slot_pairs")


def validate_league(league: League) -> None:
    """Raise `InvalidLeague` naming every unknown or repeated id of a league."""
    if problems := tuple(size_problems(league)):
        raise InvalidLeague(problems)
    problems = (
        *shape_problems(league),
        *_duplicates(league),
        *_unknown_venues(league),
        *_format_pairs(league),
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
    if schedule.league != league.id:
        problems.append(
            Problem("/league", f"{schedule.league!r} is not this league, {league.id!r}")
        )
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
        for place, name in _names(getattr(rule, field.name), field.name):
            what = place.strip("/0123456789").rpartition("/")[2]
            if what in _TEAM_FIELDS and name not in league.team_by_id:
                yield _unknown(f"{at}/{place}", "team", name)
            elif what in _SLOT_FIELDS and name not in league.slot_by_id:
                yield _unknown(f"{at}/{place}", "slot", name)


def _names(value: object, at: str) -> Iterator[tuple[str, str]]:
    """Texts in a field, however deep, with their places."""
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, tuple):
        for place, part in enumerate(value):
            yield from _names(part, f"{at}/{place}")
    elif is_dataclass(value):
        for field in fields(value):
            yield from _names(getattr(value, field.name), f"{at}/{field.name}")


def _unknown(pointer: str, what: str, name: str) -> Problem:
    return Problem(pointer, f"no {what} of this league is called {name!r}")


def _repeated(names: Iterable[str], at: str, what: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for place, name in enumerate(names):
        if name in seen:
            yield Problem(f"{at}/{place}/id", f"another {what} is called {name!r} too")
        seen.add(name)


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


def _format_pairs(league: League) -> Iterator[Problem]:
    listed: dict[str, tuple[Pair, ...]] = {}
    if isinstance(league.format, PartialRoundRobin):
        listed = {
            "twice": league.format.twice or (),
            "rivalries": league.format.rivalries,
        }
    elif isinstance(league.format, SomeOpponents):
        listed = {
            "protected": league.format.protected,
            "missed": league.format.missed,
        }
    for name, pairs in listed.items():
        yield from _pairs(league, name, pairs)
    both = {frozenset(pair) for pair in listed.get("protected", ())}
    for place, pair in enumerate(listed.get("missed", ())):
        if frozenset(pair) in both:
            yield Problem(
                f"/format/missed/{place}",
                f"{pair[0]} and {pair[1]} are both protected and missed",
            )


def _pairs(league: League, name: str, pairs: tuple[Pair, ...]) -> Iterator[Problem]:
    seen: set[frozenset[TeamId]] = set()
    for place, pair in enumerate(pairs):
        at = f"/format/{name}/{place}"
        for side, team in enumerate(pair):
            if team not in league.team_by_id:
                yield _unknown(f"{at}/{side}", "team", team)
        if pair[0] == pair[1]:
            yield Problem(at, f"{pair[0]} cannot play itself")
        elif frozenset(pair) in seen:
            yield Problem(at, f"{pair[0]} and {pair[1]} are listed twice")
        seen.add(frozenset(pair))
