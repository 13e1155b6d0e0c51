"""The schedule of a season as a conference stores and edits it.

The status moves DRAFT → REVIEW → APPROVED → PUBLISHED → AMENDED → ARCHIVED. Each
change of the games creates an immutable revision.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from flextime.domain.constraints import Constraint
from flextime.domain.ids import LeagueId, RunId, ScheduleId, UserId
from flextime.domain.leagues.league import Goals, League
from flextime.domain.schedules.games import Game, Schedule
from flextime.domain.text import Name, ensure_texts


class ScheduleStatus(StrEnum):
    """The stage of a season schedule in its approval process."""

    DRAFT = "DRAFT"
    REVIEW = "REVIEW"
    APPROVED = "APPROVED"
    PUBLISHED = "PUBLISHED"
    AMENDED = "AMENDED"
    ARCHIVED = "ARCHIVED"

    def may_become(self, other: "ScheduleStatus") -> bool:
        """Return whether the status may change to `other`, or already is `other`."""
        return other is self or other in _NEXT[self]


_NEXT = {
    ScheduleStatus.DRAFT: {ScheduleStatus.REVIEW, ScheduleStatus.ARCHIVED},
    ScheduleStatus.REVIEW: {ScheduleStatus.DRAFT, ScheduleStatus.APPROVED},
    ScheduleStatus.APPROVED: {ScheduleStatus.DRAFT, ScheduleStatus.PUBLISHED},
    ScheduleStatus.PUBLISHED: {ScheduleStatus.AMENDED, ScheduleStatus.ARCHIVED},
    ScheduleStatus.AMENDED: {ScheduleStatus.PUBLISHED, ScheduleStatus.ARCHIVED},
    ScheduleStatus.ARCHIVED: set[ScheduleStatus](),
}
"""Transitions that a user may request; editing a game of a PUBLISHED schedule makes it
AMENDED without a request."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonSchedule:
    """A stored schedule of one league: games, constraints, goals, status and revision.

    It is an aggregate, loaded and saved as a whole. `Schedule` in
    `flextime.domain.schedules.games` is only the games.

    Attributes
    ----------
    constraints, goals
        Copied from the league when the schedule is created, and edited independently.
    revision
        Number of the newest revision; 0 while the schedule has no games. Numbers
        increase, but may skip.
    latest_run
        The newest run requested for this schedule. Until it has ended, no other run
        may start and nobody may edit games or constraints.

    Raises
    ------
    ValueError
        If the name violates its limits.
    """

    id: ScheduleId
    name: Name
    league: LeagueId
    status: ScheduleStatus
    created_by: UserId
    created_at: datetime
    updated_at: datetime
    games: tuple[Game, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    goals: Goals = field(default_factory=Goals)
    revision: int = 0
    latest_run: RunId | None = None

    def __post_init__(self) -> None:
        ensure_texts(self)

    def to_schedule(self) -> Schedule:
        """Return the games as the checker and the solver take them."""
        return Schedule(self.league, self.games)

    def apply_to(self, league: League) -> League:
        """Return `league` with the constraints and goals of this schedule."""
        return replace(league, constraints=self.constraints, goals=self.goals)
