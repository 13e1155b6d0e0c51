"""Disruptions: events after which games of a published schedule cannot stay."""

from dataclasses import dataclass

from flextime.domain.ids import GameId, SlotId, TeamId


@dataclass(frozen=True, slots=True)
class GamePostponement:
    """A game cannot be played in its slot.

    Attributes
    ----------
    game
        Id of the game; its two teams must not meet in that slot.
    """

    game: GameId


@dataclass(frozen=True, slots=True)
class VenueClosure:
    """A team cannot host in some slots.

    Attributes
    ----------
    team
        Id of the team.
    slots
        Slots in which it cannot host.
    """

    team: TeamId
    slots: tuple[SlotId, ...]


@dataclass(frozen=True, slots=True)
class TeamAbsence:
    """A team cannot play in some slots, neither at home nor away.

    Attributes
    ----------
    team
        Id of the team.
    slots
        Slots in which it cannot play.
    """

    team: TeamId
    slots: tuple[SlotId, ...]


Disruption = GamePostponement | VenueClosure | TeamAbsence
