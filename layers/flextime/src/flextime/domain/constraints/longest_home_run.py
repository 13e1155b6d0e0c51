"""How many games in a row a team may play at home."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from flextime.domain.constraints.runs import LongestRun


@dataclass(frozen=True, kw_only=True)
class LongestHomeRun(LongestRun):
    """At most `max_games` home games in a row; byes between them do not end a run."""

    osss_rule: ClassVar[str] = "max_consecutive_home"
    at_home: ClassVar[bool] = True

    kind: Literal["longest_home_run"] = "longest_home_run"
