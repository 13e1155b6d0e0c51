"""Short forms of large aggregates, stored beside them for lists."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from flextime.domain.ids import LeagueId, RunId, ScheduleId
from flextime.domain.leagues.league import League
from flextime.domain.schedules.season_schedule import ScheduleStatus, SeasonSchedule


@dataclass(frozen=True, slots=True, kw_only=True)
class LeagueListItem:
    """A league with its numbers of teams, slots and constraints."""

    id: LeagueId
    name: str
    sport: str
    season: str
    teams: int
    slots: int
    constraints: int

    @classmethod
    def of(cls, league: League) -> "LeagueListItem":
        """Shorten a league."""
        return cls(
            id=league.id,
            name=league.name,
            sport=league.sport,
            season=league.season,
            teams=len(league.teams),
            slots=len(league.calendar.slots),
            constraints=len(league.constraints),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleListItem:
    """A schedule with its number of games and its newest revision (0: none yet)."""

    id: ScheduleId
    name: str
    league: LeagueId
    status: ScheduleStatus
    games: int
    revision: int
    updated_at: datetime
    latest_run: RunId | None = None

    @classmethod
    def of(cls, schedule: SeasonSchedule) -> "ScheduleListItem":
        """Shorten a schedule."""
        return cls(
            id=schedule.id,
            name=schedule.name,
            league=schedule.league,
            status=schedule.status,
            games=len(schedule.games),
            revision=schedule.revision,
            updated_at=schedule.updated_at,
            latest_run=schedule.latest_run,
        )


ListItem = LeagueListItem | ScheduleListItem
"""The short form of an aggregate."""

LIST_ITEM_BUILDERS: Mapping[type, Callable[..., ListItem]] = {
    League: LeagueListItem.of,
    SeasonSchedule: ScheduleListItem.of,
}
"""From each kind of aggregate that has list items to the function that makes them."""

AGGREGATE_OF: Mapping[type, type[League | SeasonSchedule]] = {
    LeagueListItem: League,
    ScheduleListItem: SeasonSchedule,
}
"""From each kind of list item to the kind of aggregate that it shortens."""
