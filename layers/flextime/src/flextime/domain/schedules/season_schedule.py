"""A schedule as the conference keeps it: games, rules and goals with a life of its own.

DRAFT → REVIEW → APPROVED → PUBLISHED → AMENDED → ARCHIVED; each change of the games
makes an immutable revision.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from flextime.domain.constraints import Constraint
from flextime.domain.ids import LeagueId, RunId, ScheduleId, UserId
from flextime.domain.leagues.league import Goals, League
from flextime.domain.schedules.games import Game, Schedule


class ScheduleStatus(StrEnum):
    DRAFT = "DRAFT"
    REVIEW = "REVIEW"
    APPROVED = "APPROVED"
    PUBLISHED = "PUBLISHED"
    AMENDED = "AMENDED"
    ARCHIVED = "ARCHIVED"

    def may_become(self, other: "ScheduleStatus") -> bool:
        return other is self or other in _NEXT[self]


_NEXT = {
    ScheduleStatus.DRAFT: {ScheduleStatus.REVIEW, ScheduleStatus.ARCHIVED},
    ScheduleStatus.REVIEW: {ScheduleStatus.DRAFT, ScheduleStatus.APPROVED},
    ScheduleStatus.APPROVED: {ScheduleStatus.DRAFT, ScheduleStatus.PUBLISHED},
    ScheduleStatus.PUBLISHED: {ScheduleStatus.AMENDED, ScheduleStatus.ARCHIVED},
    ScheduleStatus.AMENDED: {ScheduleStatus.PUBLISHED, ScheduleStatus.ARCHIVED},
    ScheduleStatus.ARCHIVED: set[ScheduleStatus](),
}
"""What may follow; a changed game turns PUBLISHED into AMENDED by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonSchedule:
    """A schedule of one league, loaded and saved whole.

    Attributes
    ----------
    constraints, goals
        Copied from the league when the schedule is made, then its own.
    revision
        Number of the newest revision; 0 while it has no games. Numbers grow, but one
        may be left out.
    latest_run
        The newest run asked for. Only when it is over may another one begin, and only
        then may people change games and rules.
    """

    id: ScheduleId
    name: str
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

    def as_games(self) -> Schedule:
        return Schedule(self.league, self.games)

    def rules_of(self, league: League) -> League:
        """The league with this schedule's own rules and goals."""
        return replace(league, constraints=self.constraints, goals=self.goals)
