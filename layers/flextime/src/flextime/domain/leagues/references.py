"""Validation of leagues and schedules: every reference must name an existing object.

All errors of a document are reported together. Whether a valid league can have a
feasible schedule is examined by `flextime.domain.leagues.preflight`.
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
    """Verify the size, the structure and the references of a league.

    Raises
    ------
    InvalidLeague
        With a JSON pointer to each error.
    """
    if problems := tuple(size_problems(league)):
        raise InvalidLeague(problems)
    problems = (
        *shape_problems(league),
        *_duplicates(league),
        *_unknown_venues(league),
        *_format_pairs(league),
        *(
            problem
            for index, rule in enumerate(league.constraints)
            for problem in unknown_references(league, rule, f"/constraints/{index}")
        ),
    )
    if problems:
        raise InvalidLeague(problems)


def validate_schedule(league: League, schedule: Schedule) -> None:
    """Verify that a schedule refers only to objects of its league.

    Raises
    ------
    InvalidSchedule
        With a JSON pointer to each error.
    """
    problems = [*_repeated((g.id for g in schedule.games), "/games", "game")]
    if schedule.league != league.id:
        problems.append(
            Problem(
                "/league",
                f"{schedule.league!r} is not the id of this league, {league.id!r}",
            )
        )
    for index, game in enumerate(schedule.games):
        at = f"/games/{index}"
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
    """Yield a problem for each team and slot of a rule that the league does not have.

    Parameters
    ----------
    at
        JSON pointer to the rule in its document.
    """
    for field in fields(rule):
        for path, name in _strings(getattr(rule, field.name), field.name):
            last_field = path.strip("/0123456789").rpartition("/")[2]
            if last_field in _TEAM_FIELDS and name not in league.team_by_id:
                yield _unknown(f"{at}/{path}", "team", name)
            elif last_field in _SLOT_FIELDS and name not in league.slot_by_id:
                yield _unknown(f"{at}/{path}", "slot", name)


def _strings(value: object, at: str) -> Iterator[tuple[str, str]]:
    """Yield the strings in a field with their paths, at any depth."""
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from _strings(part, f"{at}/{index}")
    elif is_dataclass(value):
        for field in fields(value):
            yield from _strings(getattr(value, field.name), f"{at}/{field.name}")


def _unknown(pointer: str, what: str, name: str) -> Problem:
    return Problem(pointer, f"this league has no {what} with the id {name!r}")


def _repeated(names: Iterable[str], at: str, what: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, name in enumerate(names):
        if name in seen:
            yield Problem(f"{at}/{index}/id", f"another {what} has the id {name!r}")
        seen.add(name)


def _duplicates(league: League) -> Iterator[Problem]:
    yield from _repeated((team.id for team in league.teams), "/teams", "team")
    yield from _repeated((venue.id for venue in league.venues), "/venues", "venue")
    rules = (rule.id for rule in league.constraints)
    yield from _repeated(rules, "/constraints", "constraint")
    rounds = (round_.id for round_ in league.calendar.rounds)
    yield from _repeated(rounds, "/calendar/rounds", "round")
    seen: set[str] = set()
    for index, round_ in enumerate(league.calendar.rounds):
        for position, slot in enumerate(round_.slots):
            if slot.id in seen:
                yield Problem(
                    f"/calendar/rounds/{index}/slots/{position}/id",
                    f"another slot has the id {slot.id!r}",
                )
            seen.add(slot.id)


def _unknown_venues(league: League) -> Iterator[Problem]:
    for index, team in enumerate(league.teams):
        if team.home_venue not in league.venue_by_id:
            yield _unknown(f"/teams/{index}/home_venue", "venue", team.home_venue)


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
    for index, pair in enumerate(listed.get("missed", ())):
        if frozenset(pair) in both:
            yield Problem(
                f"/format/missed/{index}",
                f"{pair[0]} and {pair[1]} are both protected and missed",
            )


def _pairs(league: League, name: str, pairs: tuple[Pair, ...]) -> Iterator[Problem]:
    seen: set[frozenset[TeamId]] = set()
    for index, pair in enumerate(pairs):
        at = f"/format/{name}/{index}"
        for side, team in enumerate(pair):
            if team not in league.team_by_id:
                yield _unknown(f"{at}/{side}", "team", team)
        if pair[0] == pair[1]:
            yield Problem(at, f"{pair[0]} cannot play itself")
        elif frozenset(pair) in seen:
            yield Problem(at, f"{pair[0]} and {pair[1]} are listed twice")
        seen.add(frozenset(pair))
