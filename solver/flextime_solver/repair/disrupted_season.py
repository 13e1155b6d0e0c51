"""A season under way with its disruptions: games that are fixed or affected."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from flextime.domain.ids import GameId, SlotId, TeamId
from flextime.domain.leagues.league import League
from flextime.domain.schedules.games import Game, GameStatus, Schedule
from flextime_solver.mip.placements import Placement
from flextime_solver.repair.disruption import (
    Disruption,
    GamePostponement,
    TeamAbsence,
    VenueClosure,
)


@dataclass(frozen=True, kw_only=True)
class DisruptedSeason:
    """A season under way.

    Attributes
    ----------
    league
        League without the rules that are waived for the repair.
    schedule
        Published schedule.
    disruptions
        Events to which the schedule is adapted.
    today
        Games before this date have been played.
    locked_until
        No game before this date is moved, except affected ones, and none is moved to
        an earlier date.
    """

    league: League
    schedule: Schedule
    disruptions: tuple[Disruption, ...]
    today: date
    locked_until: date

    @cached_property
    def forbidden(self) -> frozenset[Placement]:
        """Placements that the disruptions forbid."""
        return frozenset(
            place for one in self.disruptions for place in self._forbidden_by(one)
        )

    @cached_property
    def affected_games(self) -> tuple[Game, ...]:
        """Games that cannot stay in their slots."""
        return tuple(
            game
            for game in self.schedule.games
            if placement_of(game) in self.forbidden and not self.is_fixed(game)
        )

    def is_fixed(self, game: Game) -> bool:
        """Return whether a game stays: played, past, or locked and not affected."""
        if game.slot is None or not game.takes_place or game.id in self._postponed:
            return False
        day = self.league.slot_by_id[game.slot].date
        if day < self.today or game.status is GameStatus.PLAYED:
            return True
        if placement_of(game) in self.forbidden:
            return False
        locked = any(lock.attribute == "slot" for lock in game.locks)
        return locked or day < self.locked_until

    def is_open(self, slot: SlotId) -> bool:
        """Return whether games may be moved to a slot."""
        return self.league.slot_by_id[slot].date >= max(self.today, self.locked_until)

    @cached_property
    def _postponed(self) -> frozenset[GameId]:
        found = (
            one.game for one in self.disruptions if isinstance(one, GamePostponement)
        )
        return frozenset(found)

    def _forbidden_by(self, disruption: Disruption) -> Iterator[Placement]:
        teams = [team.id for team in self.league.teams]
        match disruption:
            case GamePostponement(game):
                for found in self.schedule.games:
                    if found.id == game and found.slot is not None:
                        yield Placement(found.home, found.away, found.slot)
                        yield Placement(found.away, found.home, found.slot)
            case VenueClosure(team, slots):
                yield from _all_games([team], teams, slots)
            case TeamAbsence(team, slots):
                yield from _all_games([team], teams, slots)
                yield from _all_games(teams, [team], slots)


def placement_of(game: Game) -> Placement | None:
    """Return the placement of a game; None if it has no slot or does not count."""
    if game.slot is None or not game.takes_place:
        return None
    return Placement(game.home, game.away, game.slot)


def _all_games(
    homes: list[TeamId], aways: list[TeamId], slots: tuple[SlotId, ...]
) -> Iterator[Placement]:
    for slot in slots:
        for home in homes:
            yield from (Placement(home, away, slot) for away in aways if away != home)
