"""A schedule: the games of a league, placed."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from flextime.domain.ids import GameId, LeagueId, SlotId, TeamId, VenueId


class GameStatus(StrEnum):
    SCHEDULED = "scheduled"
    PLAYED = "played"
    POSTPONED = "postponed"
    """To be played, without a slot yet."""
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Lock:
    """An attribute of a game that no solver may change.

    Attributes
    ----------
    attribute
        ``slot`` keeps the date, ``site`` keeps who is at home.
    owner
        Who asked for it ("ESPN", "Kansas").
    """

    attribute: Literal["slot", "site"]
    reason: str = ""
    owner: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Game:
    """One game. Without a `venue` it is played at the home team's."""

    id: GameId
    home: TeamId
    away: TeamId
    slot: SlotId | None = None
    venue: VenueId | None = None
    status: GameStatus = GameStatus.SCHEDULED
    locks: tuple[Lock, ...] = ()

    @property
    def counts(self) -> bool:
        """Whether it stands in the schedule: it has a slot and is not called off."""
        called_off = self.status in {GameStatus.CANCELLED, GameStatus.POSTPONED}
        return self.slot is not None and not called_off


@dataclass(frozen=True, slots=True)
class Schedule:
    """Games of one league; order has no meaning."""

    league: LeagueId
    games: tuple[Game, ...]


def game_id(home: TeamId, away: TeamId, meeting: int = 1) -> GameId:
    """The name of the `meeting`-th game of `away` at `home`."""
    name = f"{away}-at-{home}"
    return GameId(name if meeting == 1 else f"{name}-{meeting}")
