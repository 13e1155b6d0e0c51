"""Locks of a start schedule: played games, and locked attributes of other games."""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from flextime.domain.ids import SlotId
from flextime.domain.runs.attempts import Instance
from flextime.domain.schedules.games import Game, GameStatus
from flextime_solver.instance.compiled_league import Ints
from flextime_solver.instance.league_builder import Cells, LeagueBuilder


@dataclass(frozen=True)
class Locks:
    """Games of the start that must stay, and the (team, round) that they occupy.

    Attributes
    ----------
    slot_locked_games
        Games that keep their slot: (game, home, away, round, slot).
    locked_hostings
        Number of games of (home, away) that keep their host.
    slot_locked, site_locked
        1 where the game of (team, round) keeps its slot, or also its host.
    conflicts
        A sentence for each team that is locked twice in one round.
    """

    slot_locked_games: tuple[tuple[Game, int, int, int, int], ...]
    locked_hostings: dict[tuple[int, int], int]
    slot_locked: Ints
    site_locked: Ints
    conflicts: tuple[str, ...]

    @classmethod
    def of(cls, instance: Instance) -> "Locks":
        """Return the locks of the instance's start; none if there is no start."""
        league = instance.league
        index = {team.id: position for position, team in enumerate(league.teams)}
        shape = (len(league.teams), len(league.calendar.rounds))
        slot_locked, site_locked = (np.zeros(shape, dtype=np.int64) for _ in range(2))
        in_slot, conflicts = [], []
        hosted: Counter[tuple[int, int]] = Counter()
        for game in instance.start.games if instance.start else ():
            home, away = index[game.home], index[game.away]
            if is_site_locked(game):
                hosted[home, away] += 1
            if not is_slot_locked(game) or game.slot is None:
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
                site_locked[team, round_] = int(is_site_locked(game))
        return cls(
            tuple(in_slot), dict(hosted), slot_locked, site_locked, tuple(conflicts)
        )


def is_slot_locked(game: Game) -> bool:
    """Return whether the solver must keep the game's slot."""
    return game.takes_place and _is_locked(game, "slot")


def is_site_locked(game: Game) -> bool:
    """Return whether the solver must keep the game's host."""
    return game.status is not GameStatus.CANCELLED and _is_locked(game, "site")


def _is_locked(game: Game, attribute: str) -> bool:
    played = game.status is GameStatus.PLAYED
    return played or any(lock.attribute == attribute for lock in game.locks)


def add_locks(locks: Locks, builder: LeagueBuilder) -> None:
    """Add a counter for each pair with locked hosts, as their slots may be free."""
    for (home, away), games in locks.locked_hostings.items():
        builder.add_lock(Cells((home,), (away,), builder.all_slots), minimum=games)
