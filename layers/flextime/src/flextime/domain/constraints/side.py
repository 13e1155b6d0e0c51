"""Which of a team's games a rule counts: those at home, away, or both."""

from collections.abc import Collection
from enum import StrEnum
from typing import TYPE_CHECKING

from flextime.domain.ids import TeamId

if TYPE_CHECKING:
    from flextime.domain.schedules.games import Game
    from flextime.domain.schedules.timeline import TeamGame


class Side(StrEnum):
    HOME = "home"
    AWAY = "away"
    EITHER = "either"

    def counts(self, played: "TeamGame") -> bool:
        return self is Side.EITHER or played.at_home == (self is Side.HOME)

    def is_between(
        self, game: "Game", teams: Collection[TeamId], opponents: Collection[TeamId]
    ) -> bool:
        """Whether one of `teams` plays one of `opponents`, on this side of it."""
        hosts = game.home in teams and game.away in opponents
        visits = game.away in teams and game.home in opponents
        if self is Side.EITHER:
            return hosts or visits
        return hosts if self is Side.HOME else visits

    @property
    def words(self) -> str:
        """For the middle of a sentence: nothing, or where."""
        return {Side.HOME: " at home", Side.AWAY: " away", Side.EITHER: ""}[self]
