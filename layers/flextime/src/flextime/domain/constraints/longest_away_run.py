"""How many games in a row a team may play on the road."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from flextime.domain.constraints.rule import Deviation, Rule, refuse_empty
from flextime.domain.constraints.runs import deviations_of_runs
from flextime.domain.ids import TeamId

if TYPE_CHECKING:
    from flextime.domain.timeline import Timeline


@dataclass(frozen=True, kw_only=True)
class LongestAwayRun(Rule):
    """At most `max_games` away games in a row; byes between them do not end a run."""

    osss_rule: ClassVar[str] = "max_consecutive_away"

    kind: Literal["longest_away_run"] = "longest_away_run"
    max_games: int
    teams: tuple[TeamId, ...] | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.max_games < 1:
            raise ValueError("max_games must be at least 1")
        refuse_empty(self.teams, "teams")

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        return deviations_of_runs(timeline, self.teams, self.max_games, at_home=False)
