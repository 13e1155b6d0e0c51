"""Verification that a new schedule preserves what was locked in the previous one."""

from collections import Counter
from collections.abc import Iterator

from flextime.domain.ids import SlotId, TeamId
from flextime.domain.schedules.games import Game, GameStatus, Schedule


def violated_locks(before: Schedule, after: Schedule) -> tuple[str, ...]:
    """Describe each locked or played attribute of `before` that `after` changes.

    Games are matched by their teams, home team and slot, not by their ids.
    """
    return (*_changed_slots(before, after), *_changed_sites(before, after))


def _changed_slots(before: Schedule, after: Schedule) -> Iterator[str]:
    remaining = Counter(
        _pair_and_slot(game) for game in after.games if game.takes_place
    )
    for game in before.games:
        if not (game.takes_place and _is_locked(game, "slot")):
            continue
        remaining[_pair_and_slot(game)] -= 1
        if remaining[_pair_and_slot(game)] < 0:
            yield f"{game.away} at {game.home} is locked on {game.slot}"


def _changed_sites(before: Schedule, after: Schedule) -> Iterator[str]:
    remaining = Counter(
        (game.home, game.away)
        for game in after.games
        if game.status is not GameStatus.CANCELLED
    )
    for game in before.games:
        if game.status is GameStatus.CANCELLED or not _is_locked(game, "site"):
            continue
        remaining[game.home, game.away] -= 1
        if remaining[game.home, game.away] < 0:
            yield f"{game.away} is locked to play at {game.home}"


def _pair_and_slot(game: Game) -> tuple[frozenset[TeamId], SlotId | None]:
    return frozenset((game.home, game.away)), game.slot


def _is_locked(game: Game, attribute: str) -> bool:
    played = game.status is GameStatus.PLAYED
    return played or any(lock.attribute == attribute for lock in game.locks)
