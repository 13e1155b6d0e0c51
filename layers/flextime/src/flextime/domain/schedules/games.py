"""Games and schedules as values: which teams meet, where, and in which slot.

`Schedule` is a plain list of games, the input and output of the checker and the
solver. `flextime.domain.schedules.season_schedule.SeasonSchedule` is the record that a
conference stores and edits; it contains games, constraints and a status.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from flextime.domain.ids import GameId, LeagueId, SlotId, TeamId, VenueId
from flextime.domain.text import LongText, Owner, ensure_texts


class GameStatus(StrEnum):
    """The state of a game."""

    SCHEDULED = "scheduled"
    PLAYED = "played"
    POSTPONED = "postponed"
    """To be played later, in a slot that is not yet known."""
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Lock:
    """An attribute of a game that the solver must not change.

    Attributes
    ----------
    attribute
        ``slot`` fixes the date, ``site`` fixes the home team.
    owner
        Who asked for the lock ("ESPN", "Kansas").

    Raises
    ------
    ValueError
        If a text violates its limits.
    """

    attribute: Literal["slot", "site"]
    reason: LongText = ""
    owner: Owner = ""

    def __post_init__(self) -> None:
        ensure_texts(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Game:
    """One game, or one series in a league of series.

    Attributes
    ----------
    slot
        None while the game has no date.
    venue
        None when the game is played at the home team's own venue.
    """

    id: GameId
    home: TeamId
    away: TeamId
    slot: SlotId | None = None
    venue: VenueId | None = None
    status: GameStatus = GameStatus.SCHEDULED
    locks: tuple[Lock, ...] = ()

    @property
    def takes_place(self) -> bool:
        """Whether the game has a slot and is neither cancelled nor postponed."""
        called_off = self.status in {GameStatus.CANCELLED, GameStatus.POSTPONED}
        return self.slot is not None and not called_off


@dataclass(frozen=True, slots=True)
class Schedule:
    """The games of one league; their order has no meaning."""

    league: LeagueId
    games: tuple[Game, ...]


def game_id(home: TeamId, away: TeamId, meeting: int = 1) -> GameId:
    """Return the id of the `meeting`-th game of `away` at `home`, from 1."""
    name = f"{away}-at-{home}"
    return GameId(name if meeting == 1 else f"{name}-{meeting}")
