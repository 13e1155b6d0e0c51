"""A league: what is given before a schedule is made (season setup)."""

from dataclasses import dataclass, field
from functools import cached_property

from flextime.domain.constraints import Constraint
from flextime.domain.formats import Format
from flextime.domain.geography import Location, distance_m
from flextime.domain.goals import Goals, TravelModel
from flextime.domain.ids import LeagueId, SlotId, TeamId, VenueId
from flextime.domain.season import SeasonCalendar, Slot

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
