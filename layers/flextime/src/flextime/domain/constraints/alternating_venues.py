"""Venues of the meetings of a pair alternate.

RobinX FA3.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Literal

from flextime.domain.constraints.rule import Deviation, Rule
from flextime.domain.ids import TeamId

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import Timeline


@dataclass(frozen=True, kw_only=True)
class AlternatingVenues(Rule):
    """Require consecutive meetings of each pair of `teams` at different teams."""

    kind: Literal["alternating_venues"] = "alternating_venues"
    teams: tuple[TeamId, ...] | None = None

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        """Yield a deviation of 1 for each two consecutive meetings at the same team."""
        for first, second in combinations(timeline.teams(self.teams), 2):
            for one, other in pairwise(timeline.between(first, second)):
                if one.at_home == other.at_home:
                    host = one.game.home
                    yield Deviation(
                        amount=1,
                        message=(
                            f"{timeline.name(first)} and {timeline.name(second)} meet"
                            f" at {timeline.name(host)} on {one.date} and again on"
                            f" {other.date}"
                        ),
                        teams=(first, second),
                        games=(one.game.id, other.game.id),
                    )
