"""A season under way: what stands, what happened to it, and what can still move."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from flextime.domain.ids import GameId, SlotId, TeamId
from flextime.domain.leagues.league import League
from flextime.domain.schedules.games import Game, GameStatus, Schedule
from flextime_solver.mip.placements import Placement
from flextime_solver.repair.disruption import (
    ArenaLost,
    Disruption,
    GamePostponed,
    TeamOut,
)


@dataclass(frozen=True, kw_only=True)
class DisruptedSeason:
    """A season under way.

    Attributes
    ----------
    today
        Games before it have been played.
    locked_until
        Nothing before it is moved, and nothing is moved there, but what cannot stay.
    """

    league: League
    schedule: Schedule
    disruptions: tuple[Disruption, ...]
    today: date
    locked_until: date

    def placement(self, game: Game) -> Placement | None:
        if game.slot is None or not game.takes_place:
            return None
        return Placement(game.home, game.away, game.slot)

    def fixed(self, game: Game) -> bool:
        """Played, in the past, or locked in its slot; never what cannot stay."""
        if game.slot is None or not game.takes_place or game.id in self._postponed:
            return False
        played = self.league.slot_by_id[game.slot].date
        if played < self.today or game.status is GameStatus.PLAYED:
            return True
        if self.placement(game) in self.ruled_out:
            return False
        locked = any(lock.attribute == "slot" for lock in game.locks)
        return locked or played < self.locked_until

    def open(self, slot: SlotId) -> bool:
        """Whether a game may be moved there."""
        return self.league.slot_by_id[slot].date >= max(self.today, self.locked_until)

    @cached_property
    def _postponed(self) -> frozenset[GameId]:
        found = (one.game for one in self.disruptions if isinstance(one, GamePostponed))
        return frozenset(found)

    @cached_property
    def ruled_out(self) -> frozenset[Placement]:
        """Games that the disruptions forbid."""
        return frozenset(
            place for one in self.disruptions for place in self._forbids(one)
        )

    def _forbids(self, disruption: Disruption) -> Iterator[Placement]:
        teams = [team.id for team in self.league.teams]
        match disruption:
            case GamePostponed(game):
                for found in self.schedule.games:
                    if found.id == game and found.slot is not None:
                        yield Placement(found.home, found.away, found.slot)
                        yield Placement(found.away, found.home, found.slot)
            case ArenaLost(team, slots):
                yield from _all_games([team], teams, slots)
            case TeamOut(team, slots):
                yield from _all_games([team], teams, slots)
                yield from _all_games(teams, [team], slots)

    @cached_property
    def troubled(self) -> tuple[Game, ...]:
        """The games that cannot stay."""
        return tuple(
            game
            for game in self.schedule.games
            if self.placement(game) in self.ruled_out and not self.fixed(game)
        )


def _all_games(
    homes: list[TeamId], aways: list[TeamId], slots: tuple[SlotId, ...]
) -> Iterator[Placement]:
    for slot in slots:
        for home in homes:
            yield from (Placement(home, away, slot) for away in aways if away != home)
