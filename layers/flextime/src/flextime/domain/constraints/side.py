"""The side of a game from the point of view of a team: home, away, or either."""

from collections.abc import Collection
from enum import StrEnum
from typing import TYPE_CHECKING

from flextime.domain.ids import TeamId

if TYPE_CHECKING:
    from flextime.domain.schedules.games import Game
    from flextime.domain.schedules.timeline import TeamGame


class Side(StrEnum):
    """Which games of a team a constraint counts."""

    HOME = "home"
    AWAY = "away"
    EITHER = "either"

    def counts(self, played: "TeamGame") -> bool:
        """Return whether a game is on this side."""
        return self is Side.EITHER or played.at_home == (self is Side.HOME)

    def is_between(
        self, game: "Game", teams: Collection[TeamId], opponents: Collection[TeamId]
    ) -> bool:
        """Return whether one of `teams` plays one of `opponents` on this side."""
        hosts = game.home in teams and game.away in opponents
        visits = game.away in teams and game.home in opponents
        if self is Side.EITHER:
            return hosts or visits
        return hosts if self is Side.HOME else visits

    @property
    def phrase(self) -> str:
        """The side as part of a sentence; empty for either side."""
        return {Side.HOME: " at home", Side.AWAY: " away", Side.EITHER: ""}[self]
