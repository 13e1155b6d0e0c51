"""A season under way: what stands, what happened to it, and what can still move."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from flextime.domain.ids import SlotId, TeamId
from flextime.domain.league import League
from flextime.domain.schedule import Game, GameStatus, Schedule
from flextime_solver.exact.disruption import (
    ArenaLost,
    Disruption,
    GamePostponed,
    TeamOut,
)
from flextime_solver.exact.season_model import Placement


@dataclass(frozen=True, kw_only=True)
class DisruptedSeason:
    """A season under way: what stands, what happened, from when on it can change."""

    league: League
    schedule: Schedule
    disruption: Disruption
    today: date

    def placement(self, game: Game) -> Placement | None:
        if game.slot is None or not game.counts:
            return None
        return Placement(game.home, game.away, game.slot)

    def fixed(self, game: Game) -> bool:
        """Played, in the past, or locked in its slot; never the postponed game."""
        postponed = self.disruption == GamePostponed(game.id)
        if game.slot is None or not game.counts or postponed:
            return False
        past = self.league.slot_by_id[game.slot].date < self.today
        locked = any(lock.attribute == "slot" for lock in game.locks)
        return past or locked or game.status is GameStatus.PLAYED

    def ruled_out(self) -> Iterator[Placement]:
        """Games that the disruption forbids."""
        teams = [team.id for team in self.league.teams]
        match self.disruption:
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

    def trouble(self) -> list[int]:
        """Rounds of the games that cannot stay."""
        ruled_out = set(self.ruled_out())
        places = map(self.placement, self.schedule.games)
        place_of = self.league.round_position
        return [place_of[p.slot] for p in places if p is not None and p in ruled_out]


def _all_games(
    homes: list[TeamId], aways: list[TeamId], slots: tuple[SlotId, ...]
) -> Iterator[Placement]:
    for slot in slots:
        for home in homes:
            yield from (Placement(home, away, slot) for away in aways if away != home)
