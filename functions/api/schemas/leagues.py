"""Responses about teams, venues, leagues and the leagues shipped with FlexTime."""

from dataclasses import asdict, dataclass

from flextime.domain.ids import LeagueId
from flextime.domain.leagues.league import League, Team, Venue
from flextime.domain.schedules.games import Schedule
from flextime.usecases.aggregates import Versioned
from flextime.usecases.list_items import LeagueListItem


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamPage:
    """Teams in order of id; `next` is the cursor of the next page."""

    items: tuple[Team, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VenuePage:
    """Venues in order of id; `next` is the cursor of the next page."""

    items: tuple[Venue, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeagueSummary:
    """A league's name and the numbers of its teams, slots and constraints."""

    id: LeagueId
    version: int
    name: str
    sport: str
    season: str
    teams: int
    slots: int
    constraints: int

    @classmethod
    def of(cls, stored: Versioned[LeagueListItem]) -> "LeagueSummary":
        """Return the summary with its version."""
        return cls(version=stored.version, **asdict(stored.value))


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaguePage:
    """Leagues in order of id; `next` is the cursor of the next page."""

    items: tuple[LeagueSummary, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoLeague:
    """A league that is shipped with FlexTime."""

    id: LeagueId
    name: str
    sport: str
    season: str
    teams: int

    @classmethod
    def of(cls, league: League) -> "DemoLeague":
        """Return the summary of a shipped league."""
        return cls(
            id=league.id,
            name=league.name,
            sport=league.sport,
            season=league.season,
            teams=len(league.teams),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoLeagueList:
    """All shipped leagues."""

    items: tuple[DemoLeague, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoData:
    """A shipped league to import, with its published schedule if there is one."""

    league: League
    published_schedule: Schedule | None = None
