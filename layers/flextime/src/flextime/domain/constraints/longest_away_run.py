"""Maximum number of consecutive away games.

OSSS rule ``max_consecutive_away``; in RobinX a CA3 with windows of games.
"""

from dataclasses import dataclass
from typing import ClassVar, Literal

from flextime.domain.constraints.consecutive_games import ConsecutiveGamesLimit


@dataclass(frozen=True, kw_only=True)
class LongestAwayRun(ConsecutiveGamesLimit):
    """Allow at most `max_games` consecutive away games; byes do not interrupt them."""

    osss_rule: ClassVar[str] = "max_consecutive_away"
    at_home: ClassVar[bool] = False

    kind: Literal["longest_away_run"] = "longest_away_run"
