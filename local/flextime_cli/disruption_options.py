"""Read the disruptions of a season from the options of `flextime repair`."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING

from flextime.domain.ids import ConstraintId, GameId, SlotId, TeamId
from flextime.domain.leagues.league import League
from flextime.domain.schedules.games import Game, GameStatus, Schedule
from flextime_cli.command_errors import CommandError

if TYPE_CHECKING:
    from flextime_solver.repair.disruption import Disruption

type Span = tuple[str, str, str]
"""A team, and the first and last date of its trouble."""


def disruptions_from(
    league: League,
    schedule: Schedule,
    postponed: list[str],
    arena_lost: Span | None,
    team_out: Span | None,
) -> "tuple[Disruption, ...]":
    """Return the disruptions that the options describe.

    Raises
    ------
    CommandError
        If an option names an unknown game or team, or there is nothing to repair.
    """
    from flextime_solver.repair.disruption import (  # noqa: PLC0415 - a second of imports
        GamePostponement,
        TeamAbsence,
        VenueClosure,
    )

    found: list[Disruption] = [
        GamePostponement(_game(schedule, name).id) for name in postponed
    ]
    if arena_lost:
        found.append(VenueClosure(*_span(league, "--arena-lost", arena_lost)))
    if team_out:
        found.append(TeamAbsence(*_span(league, "--team-out", team_out)))
    waiting = any(game.status is GameStatus.POSTPONED for game in schedule.games)
    if not found and not waiting:
        raise CommandError(
            "nothing to repair: name --postpone, --arena-lost or --team-out; the"
            " schedule has no postponed game either"
        )
    return tuple(found)


def day_from(option: str, text: str) -> date:
    """Return the date that an option gives; raises `CommandError` if it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CommandError(f"{option} {text}: a date looks like 2025-01-31") from None


def as_on(league: League, schedule: Schedule, today: date) -> Schedule:
    """Return the schedule as of a day: later games count as not yet played."""
    return replace(
        schedule,
        games=tuple(
            replace(game, status=GameStatus.SCHEDULED)
            if game.status is GameStatus.PLAYED
            and game.slot is not None
            and league.slot_by_id[game.slot].date >= today
            else game
            for game in schedule.games
        ),
    )


def first_day(
    league: League, schedule: Schedule, disruptions: "tuple[Disruption, ...]"
) -> date:
    """Return the first date that any of the disruptions affects."""
    from flextime_solver.repair.disruption import GamePostponement  # noqa: PLC0415 - a second of imports

    slot_of = {game.id: game.slot for game in schedule.games}
    slots = [
        slot
        for one in disruptions
        for slot in (
            (slot_of[one.game],) if isinstance(one, GamePostponement) else one.slots
        )
        if slot is not None
    ]
    days = [league.slot_by_id[slot].date for slot in slots]
    return min(days, default=league.calendar.dates[0])


def _game(schedule: Schedule, name: str) -> Game:
    games = {game.id: game for game in schedule.games}
    game = games.get(GameId(name))
    if game is None:
        raise _unknown("--postpone", name, "the schedule has no such game", games)
    if game.status is GameStatus.PLAYED:
        raise CommandError(
            f"--postpone {name}: the game has been played; with --today DATE the"
            " season is repaired as it stood on that day"
        )
    if game.status is GameStatus.CANCELLED:
        raise CommandError(f"--postpone {name}: the game is cancelled")
    return game


def _span(league: League, option: str, span: Span) -> tuple[TeamId, tuple[SlotId, ...]]:
    name, first_text, last_text = span
    if TeamId(name) not in league.team_by_id:
        teams = league.team_by_id
        raise _unknown(option, name, "no team of this league has that id", teams)
    first, last = day_from(option, first_text), day_from(option, last_text)
    if last < first:
        raise CommandError(f"{option} {name}: {last} comes before {first}")
    slots = tuple(
        slot.id for slot in league.calendar.slots if first <= slot.date <= last
    )
    if not slots:
        raise CommandError(f"{option} {name}: no game day lies from {first} to {last}")
    return TeamId(name), slots


def lifted_from(league: League, names: list[str]) -> tuple[ConstraintId, ...]:
    """Return the ids of the rules to waive; raises `CommandError` if unknown."""
    known = {rule.id for rule in league.constraints}
    for name in names:
        if ConstraintId(name) not in known:
            raise _unknown("--lift", name, "the league has no such rule", known)
    return tuple(map(ConstraintId, names))


def _unknown(option: str, name: str, what: str, known: Iterable[str]) -> CommandError:
    hint = get_close_matches(name, known, n=1)
    meant = f"; did you mean {hint[0]}?" if hint else ""
    return CommandError(f"{option} {name}: {what}{meant}")
