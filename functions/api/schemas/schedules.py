"""Requests and responses about schedules, their games and constraints."""

from dataclasses import asdict, dataclass
from datetime import datetime

from flextime.domain import constraints
from flextime.domain.ids import LeagueId, RunId, ScheduleId
from flextime.domain.schedules.games import Game
from flextime.domain.schedules.season_schedule import ScheduleStatus
from flextime.usecases.aggregates import Versioned
from flextime.usecases.list_items import ScheduleListItem

type Constraint = constraints.Constraint
"""The union of all kinds, under one name in the OpenAPI document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleSummary:
    """A schedule's name, status, number of games and newest revision."""

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
    def of(cls, stored: Versioned[ScheduleListItem]) -> "ScheduleSummary":
        """Return the summary with its version."""
        return cls(version=stored.version, **asdict(stored.value))


@dataclass(frozen=True, slots=True, kw_only=True)
class SchedulePage:
    """Schedules in order of creation; `next` is the cursor of the next page."""

    items: tuple[ScheduleSummary, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GameList:
    """All games of a schedule."""

    items: tuple[Game, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConstraintList:
    """All constraints of a schedule."""

    items: tuple[Constraint, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GamesToValidate:
    """Games to check instead of the stored ones (null)."""

    games: tuple[Game, ...] | None = None
    league: LeagueId | None = None
