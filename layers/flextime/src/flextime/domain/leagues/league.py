"""A league: the data of one season of one sport that a schedule is made for."""

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
from flextime.domain.text import Label, LongText, Name, SeasonName, ensure_texts

__all__ = ["Goals", "League", "Team", "TravelModel", "Venue"]


@dataclass(frozen=True, slots=True)
class Venue:
    """An arena or field.

    Attributes
    ----------
    capacity
        Number of seats.

    Raises
    ------
    ValueError
        If `capacity` is negative or a text violates its limits.
    """

    id: VenueId
    name: Name
    location: Location
    capacity: int | None = None
    city: Label | None = None

    def __post_init__(self) -> None:
        ensure_texts(self)
        if self.capacity is not None and self.capacity < 0:
            raise ValueError("capacity must not be negative")


@dataclass(frozen=True, slots=True)
class Team:
    """A team of a member school; it plays its home games at `home_venue`.

    Raises
    ------
    ValueError
        If a name violates its limits.
    """

    id: TeamId
    name: Name
    short_name: Label
    home_venue: VenueId

    def __post_init__(self) -> None:
        ensure_texts(self)


@dataclass(frozen=True)
class League:
    """One season of one sport: teams, venues, calendar, format, constraints and goals.

    Attributes
    ----------
    sport
        Slug, such as ``mens-basketball``.
    season
        Name of the season, such as ``2024-25``.
    description
        Sources and assumptions, for readers of the document.
    distances_km
        Square table of kilometres between the home venues, in the order of `teams`.
        None computes the distances from the locations of the venues.

    Raises
    ------
    ValueError
        If a text violates its limits.
    """

    id: LeagueId
    name: Name
    sport: Label
    season: SeasonName
    teams: tuple[Team, ...]
    venues: tuple[Venue, ...]
    calendar: SeasonCalendar
    format: Format
    constraints: tuple[Constraint, ...] = ()
    goals: Goals = field(default_factory=Goals)
    distances_km: tuple[tuple[float, ...], ...] | None = None
    description: LongText | None = None

    def __post_init__(self) -> None:
        ensure_texts(self)

    @cached_property
    def team_by_id(self) -> dict[TeamId, Team]:
        """The teams by their ids."""
        return {team.id: team for team in self.teams}

    @cached_property
    def venue_by_id(self) -> dict[VenueId, Venue]:
        """The venues by their ids."""
        return {venue.id: venue for venue in self.venues}

    @cached_property
    def slot_by_id(self) -> dict[SlotId, Slot]:
        """The slots of the calendar by their ids."""
        return {slot.id: slot for slot in self.calendar.slots}

    @cached_property
    def slot_position(self) -> dict[SlotId, int]:
        """The chronological index of each slot, from 0."""
        return {slot.id: place for place, slot in enumerate(self.calendar.slots)}

    @cached_property
    def round_position(self) -> dict[SlotId, int]:
        """The chronological index of the round of each slot, from 0."""
        return {
            slot.id: place
            for place, round_ in enumerate(self.calendar.rounds)
            for slot in round_.slots
        }

    @property
    def active_constraints(self) -> tuple[Constraint, ...]:
        """The constraints that are checked and solved."""
        return tuple(rule for rule in self.constraints if rule.active)

    @property
    def units(self) -> str:
        """The word for what schedules list and constraints count: games, or series."""
        return "games" if self.format.games_per_series == 1 else "series"

    @property
    def games_of_season(self) -> int:
        """Number of games in the season; each game of a series is counted."""
        size = len(self.teams)
        meetings = size * self.format.games_per_team(size) // 2
        return meetings * self.format.games_per_series

    def days(self, slot: Slot) -> tuple[date, ...]:
        """Return the days of a game in this slot; a series has one for each game."""
        return tuple(
            slot.date + timedelta(days=day)
            for day in range(self.format.games_per_series)
        )

    def falls_on(self, slot: Slot, weekdays: Container[Weekday]) -> bool:
        """Return whether a game in this slot has a day on one of the weekdays."""
        return any(Weekday(day.weekday()) in weekdays for day in self.days(slot))

    def days_apart(self, before: Slot, after: Slot) -> int:
        """Return the days from the last day of one slot to the first day of another."""
        return (after.date - self.days(before)[-1]).days

    def home_distance_m(self, first: TeamId, second: TeamId) -> int:
        """Return the metres between the home venues of two teams."""
        return self._home_distances_m[first, second]

    def venue_distance_m(self, first: VenueId, second: VenueId) -> int:
        """Return the great-circle distance of two venues in metres."""
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
