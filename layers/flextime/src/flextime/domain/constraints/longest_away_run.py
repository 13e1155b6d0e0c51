"""How many games in a row a team may play on the road."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from flextime.domain.constraints.runs import LongestRun


@dataclass(frozen=True, kw_only=True)
class LongestAwayRun(LongestRun):
    """At most `max_games` away games in a row; byes between them do not end a run."""

    osss_rule: ClassVar[str] = "max_consecutive_away"
    at_home: ClassVar[bool] = False

    kind: Literal["longest_away_run"] = "longest_away_run"
