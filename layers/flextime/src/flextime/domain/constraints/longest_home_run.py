"""Maximum number of consecutive home games.

OSSS rule ``max_consecutive_home``; in RobinX a CA3 with windows of games.
"""

from dataclasses import dataclass
from typing import ClassVar, Literal

from flextime.domain.constraints.consecutive_games import ConsecutiveGamesLimit


@dataclass(frozen=True, kw_only=True)
class LongestHomeRun(ConsecutiveGamesLimit):
    """Allow at most `max_games` consecutive home games; byes do not interrupt them."""

    osss_rule: ClassVar[str] = "max_consecutive_home"
    at_home: ClassVar[bool] = True

    kind: Literal["longest_home_run"] = "longest_home_run"
