"""Which of a team's games a rule counts: those at home, away, or both."""

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flextime.domain.timeline import TeamGame


class Side(StrEnum):
    HOME = "home"
    AWAY = "away"
    EITHER = "either"

    def counts(self, played: "TeamGame") -> bool:
        return self is Side.EITHER or played.at_home == (self is Side.HOME)

    @property
    def words(self) -> str:
        """For the middle of a sentence: nothing, or where."""
        return {Side.HOME: " at home", Side.AWAY: " away", Side.EITHER: ""}[self]
