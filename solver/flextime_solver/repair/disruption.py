"""What happens to a season that is under way."""

from dataclasses import dataclass

from flextime.domain.ids import GameId, SlotId, TeamId


@dataclass(frozen=True, slots=True)
class GamePostponed:
    """A game cannot be played when it was to be."""

    game: GameId


@dataclass(frozen=True, slots=True)
class ArenaLost:
    """A team cannot host in some slots: a burst pipe, a concert."""

    team: TeamId
    slots: tuple[SlotId, ...]


@dataclass(frozen=True, slots=True)
class TeamOut:
    """A team cannot play in some slots, at home or away: illness, weather."""

    team: TeamId
    slots: tuple[SlotId, ...]


Disruption = GamePostponed | ArenaLost | TeamOut
