"""What answers look like where they are not the domain's own values."""

from dataclasses import asdict, dataclass
from datetime import datetime

from flextime.domain.constraints import Constraint
from flextime.domain.ids import (
    LeagueId,
    RunId,
    ScheduleId,
    TenantId,
    UserId,
)
from flextime.domain.leagues.league import League, Team, Venue
from flextime.domain.schedules.games import Game, Schedule
from flextime.domain.schedules.season_schedule import ScheduleStatus
from flextime.usecases.aggregates import Versioned
from flextime.usecases.list_items import LeagueListItem, ScheduleListItem


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    status: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Me:
    """Who the token says is asking, and what they may do."""

    user: UserId
    email: str | None
    conference: TenantId
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeagueSummary:
    id: LeagueId
    version: int
    name: str
    sport: str
    season: str
    teams: int
    slots: int
    constraints: int

    @classmethod
    def of(cls, listed: Versioned[LeagueListItem]) -> "LeagueSummary":
        return cls(version=listed.version, **asdict(listed.value))


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleSummary:
    id: ScheduleId
    version: int
    name: str
    league: LeagueId
    status: ScheduleStatus
    games: int
    revision: int
    updated_at: datetime
    latest_run: RunId | None

    @classmethod
    def of(cls, listed: Versioned[ScheduleListItem]) -> "ScheduleSummary":
        return cls(version=listed.version, **asdict(listed.value))


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamPage:
    items: tuple[Team, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VenuePage:
    items: tuple[Venue, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaguePage:
    items: tuple[LeagueSummary, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SchedulePage:
    items: tuple[ScheduleSummary, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GameList:
    items: tuple[Game, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConstraintList:
    items: tuple[Constraint, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GamesToJudge:
    """Games to be judged in place of those that are stored."""

    games: tuple[Game, ...]
    league: LeagueId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoLeague:
    id: LeagueId
    name: str
    sport: str
    season: str
    teams: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoLeagueList:
    items: tuple[DemoLeague, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoData:
    """A shipped league, ready to be imported, and what its conference published.

    Some leagues come without a published schedule.
    """

    league: League
    published_schedule: Schedule | None = None
