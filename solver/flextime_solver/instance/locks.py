"""What a start schedule keeps: played games, and locked attributes of others."""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from flextime.domain.ids import SlotId
from flextime.domain.runs.attempts import Instance
from flextime.domain.schedules.games import Game, GameStatus
from flextime_solver.instance.builder import Cells, Contributions
from flextime_solver.instance.compiled_league import Ints


@dataclass(frozen=True)
class Locks:
    """Games of the start that stay, and the cells (team, round) that they take.

    Attributes
    ----------
    in_slot
        Games that keep their slot: (game, home, away, round, slot).
    hosted
        How many games of (home, away) keep their host.
    conflicts
        A sentence for each team that is locked twice in one round.
    """

    in_slot: tuple[tuple[Game, int, int, int, int], ...]
    hosted: dict[tuple[int, int], int]
    slot_locked: Ints
    site_locked: Ints
    conflicts: tuple[str, ...]

    @classmethod
    def of(cls, instance: Instance) -> "Locks":
        league = instance.league
        number = {team.id: place for place, team in enumerate(league.teams)}
        shape = (len(league.teams), len(league.calendar.rounds))
        slot_locked, site_locked = (np.zeros(shape, dtype=np.int64) for _ in range(2))
        in_slot, conflicts = [], []
        hosted: Counter[tuple[int, int]] = Counter()
        for game in instance.start.games if instance.start else ():
            home, away = number[game.home], number[game.away]
            if keeps_site(game):
                hosted[home, away] += 1
            if not keeps_slot(game) or game.slot is None:
                continue
            round_ = league.round_position[SlotId(game.slot)]
            in_slot.append((game, home, away, round_, league.slot_position[game.slot]))
            for team in (home, away):
                if slot_locked[team, round_]:
                    conflicts.append(
                        f"{league.teams[team].name} has two locked games in round"
                        f" {league.calendar.rounds[round_].id}"
                    )
                slot_locked[team, round_] = 1
                site_locked[team, round_] = int(keeps_site(game))
        return cls(
            tuple(in_slot), dict(hosted), slot_locked, site_locked, tuple(conflicts)
        )


def keeps_slot(game: Game) -> bool:
    """Whether the game's slot is no longer the solver's to choose."""
    return game.takes_place and _keeps(game, "slot")


def keeps_site(game: Game) -> bool:
    """Whether the game's host is no longer the solver's to choose."""
    return game.status is not GameStatus.CANCELLED and _keeps(game, "site")


def _keeps(game: Game, attribute: str) -> bool:
    played = game.status is GameStatus.PLAYED
    return played or any(lock.attribute == attribute for lock in game.locks)


def contribute_locks(locks: Locks, to: Contributions) -> None:
    """Count hosted games where a host is kept but the slot is free."""
    for (home, away), games in locks.hosted.items():
        to.keep(Cells((home,), (away,), to.all_slots), least=games)
