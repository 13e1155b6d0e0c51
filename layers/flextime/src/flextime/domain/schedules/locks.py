"""Whether a schedule leaves alone what may not be changed in the one before it."""

from collections import Counter
from collections.abc import Iterator

from flextime.domain.ids import SlotId, TeamId
from flextime.domain.schedules.games import Game, GameStatus, Schedule


def broken_locks(before: Schedule, after: Schedule) -> tuple[str, ...]:
    """A sentence for every played or locked attribute of `before` that has changed.

    A game is known by its teams, its host and its slot, not by its name.
    """
    return (*_moved(before, after), *_rehosted(before, after))


def _moved(before: Schedule, after: Schedule) -> Iterator[str]:
    kept = Counter(_place(game) for game in after.games if game.counts)
    for game in before.games:
        if not (game.counts and _is_locked(game, "slot")):
            continue
        kept[_place(game)] -= 1
        if kept[_place(game)] < 0:
            yield f"{game.away} at {game.home} is locked on {game.slot}"


def _rehosted(before: Schedule, after: Schedule) -> Iterator[str]:
    hosted = Counter(
        (game.home, game.away)
        for game in after.games
        if game.status is not GameStatus.CANCELLED
    )
    for game in before.games:
        if game.status is GameStatus.CANCELLED or not _is_locked(game, "site"):
            continue
        hosted[game.home, game.away] -= 1
        if hosted[game.home, game.away] < 0:
            yield f"{game.away} is locked to play at {game.home}"


def _place(game: Game) -> tuple[frozenset[TeamId], SlotId | None]:
    return frozenset((game.home, game.away)), game.slot


def _is_locked(game: Game, attribute: str) -> bool:
    played = game.status is GameStatus.PLAYED
    return played or any(lock.attribute == attribute for lock in game.locks)
