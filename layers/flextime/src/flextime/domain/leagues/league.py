"""A league: what is given before a schedule is made (season setup)."""

from collections.abc import Container
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from flextime.domain.constraints import Constraint
from flextime.domain.ids import LeagueId, SlotId, TeamId, VenueId
from flextime.domain.leagues.formats import Format
from flextime.domain.leagues.geography import Location, distance_m
from flextime.domain.leagues.goals import Goals, TravelModel
from flextime.domain.leagues.season import SeasonCalendar, Slot, Weekday

__all__ = ["Goals", "League", "Team", "TravelModel", "Venue"]


@dataclass(frozen=True, slots=True)
class Venue:
    """An arena or field. `capacity` is in seats."""

    id: VenueId
    name: str
    location: Location
    capacity: int | None = None
    city: str | None = None

    def __post_init__(self) -> None:
        if self.capacity is not None and self.capacity < 0:
            raise ValueError("capacity must not be negative")


@dataclass(frozen=True, slots=True)
class Team:
    """A member's team in this sport; `home_venue` is where it hosts."""

    id: TeamId
    name: str
    short_name: str
    home_venue: VenueId


@dataclass(frozen=True)
class League:
    """A season setup: teams, venues, calendar, format, rules and goals.

    Attributes
    ----------
    sport
        Slug, such as ``mens-basketball``.
    season
        As people write it: ``2024-25``.
    description
        For its readers: where its facts come from, what is assumed.
    distances_km
        Kilometres between the teams' home venues, a row and a column a team in the
        order of `teams`, where they are given instead of measured on the globe.
    """

    id: LeagueId
    name: str
    sport: str
    season: str
    teams: tuple[Team, ...]
    venues: tuple[Venue, ...]
    calendar: SeasonCalendar
    format: Format
    constraints: tuple[Constraint, ...] = ()
    goals: Goals = field(default_factory=Goals)
    distances_km: tuple[tuple[float, ...], ...] | None = None
    description: str | None = None

    @cached_property
    def team_by_id(self) -> dict[TeamId, Team]:
        return {team.id: team for team in self.teams}

    @cached_property
    def venue_by_id(self) -> dict[VenueId, Venue]:
        return {venue.id: venue for venue in self.venues}

    @cached_property
    def slot_by_id(self) -> dict[SlotId, Slot]:
        return {slot.id: slot for slot in self.calendar.slots}

    @cached_property
    def slot_position(self) -> dict[SlotId, int]:
        """Each slot's place in the order of time."""
        return {slot.id: place for place, slot in enumerate(self.calendar.slots)}

    @cached_property
    def round_position(self) -> dict[SlotId, int]:
        """The place of each slot's round in the order of time."""
        return {
            slot.id: place
            for place, round_ in enumerate(self.calendar.rounds)
            for slot in round_.slots
        }

    @property
    def active_constraints(self) -> tuple[Constraint, ...]:
        return tuple(rule for rule in self.constraints if rule.active)

    @property
    def units(self) -> str:
        """What schedules list and rules count, in words: games, or series of games."""
        return "games" if self.format.games_per_series == 1 else "series"

    @property
    def games_of_season(self) -> int:
        """Games that are played in a season, those of a series one by one."""
        size = len(self.teams)
        meetings = size * self.format.games_per_team(size) // 2
        return meetings * self.format.games_per_series

    def days(self, slot: Slot) -> tuple[date, ...]:
        """The days of a game in this slot: one, or as many as a series has games."""
        return tuple(
            slot.date + timedelta(days=day)
            for day in range(self.format.games_per_series)
        )

    def falls_on(self, slot: Slot, weekdays: Container[Weekday]) -> bool:
        """Whether a game in this slot is played, or a series goes on, on such a day."""
        return any(Weekday(day.weekday()) in weekdays for day in self.days(slot))

    def days_apart(self, before: Slot, after: Slot) -> int:
        """Days from the last day of one slot to the first of another."""
        return (after.date - self.days(before)[-1]).days

    def home_distance_m(self, first: TeamId, second: TeamId) -> int:
        """Metres between two teams' home venues."""
        return self._home_distances_m[first, second]

    def venue_distance_m(self, first: VenueId, second: VenueId) -> int:
        """Metres between two venues on the globe."""
        return distance_m(
            self.venue_by_id[first].location, self.venue_by_id[second].location
        )

    @cached_property
    def _home_distances_m(self) -> dict[tuple[TeamId, TeamId], int]:
        return {
            (first.id, second.id): (
                self.venue_distance_m(first.home_venue, second.home_venue)
                if self.distances_km is None
                else round(1000 * self.distances_km[row][column])
            )
            for row, first in enumerate(self.teams)
            for column, second in enumerate(self.teams)
        }
