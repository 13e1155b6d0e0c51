"""Interpretation of the rows of a table: teams, day, possible slots, venue, status."""

from dataclasses import dataclass
from datetime import date

from flextime.domain.errors import Problem
from flextime.domain.ids import TeamId, VenueId
from flextime.domain.leagues.league import League
from flextime.domain.leagues.season import Slot
from flextime.domain.schedules.games import GameStatus
from flextime.serialization.tables.dates import read_date
from flextime.serialization.tables.table_text import Row
from flextime.serialization.team_names import TeamNames

_NO_DATE_YET = {"tba", "tbd"}
_STATUS = {
    "postponed": GameStatus.POSTPONED,
    "cancelled": GameStatus.CANCELLED,
    "canceled": GameStatus.CANCELLED,
}


@dataclass(frozen=True, slots=True)
class GameRow:
    """A game in a row of the table.

    Attributes
    ----------
    number, date_location
        Row number and place of the date, for error messages.
    day
        None when the game has no date, or is postponed or cancelled.
    slots
        Slots on that day that agree with the columns slot and window.
    venue
        None when the game is at the home team's own venue or at an unknown one.
    """

    number: int
    date_location: str
    day: date | None
    home: TeamId
    away: TeamId
    slots: tuple[Slot, ...]
    venue: VenueId | None
    status: GameStatus


class TableReader:
    """Reader of rows that collects games and errors.

    Attributes
    ----------
    rows
        The valid rows so far.
    problems
        The errors so far.
    """

    def __init__(self, league: League) -> None:
        self.rows: list[GameRow] = []
        self.problems: list[Problem] = []
        self._league = league
        self._names = TeamNames(league)
        self._slots: dict[date, list[Slot]] = {}
        for slot in league.calendar.slots:
            for day in league.days(slot):
                self._slots.setdefault(day, []).append(slot)
        self._venues = {
            text.casefold(): venue.id
            for venue in league.venues
            for text in (venue.name, venue.id)
        }

    def read(self, row: Row) -> None:
        """Read a row; append a game to `rows`, or its errors to `problems`."""
        problems_before = len(self.problems)
        home = self._team(row, "home")
        away = self._team(row, "away")
        if home is not None and home == away:
            self.add_problem(
                f"row {row.number}", f"{row.text('home')} cannot play itself"
            )
            return
        status = _STATUS.get(row.text("status").casefold(), GameStatus.SCHEDULED)
        day = None
        if status is GameStatus.SCHEDULED:
            day = self._day(row, home)
        slots = self._slots_on(day, row)
        if home is None or away is None or len(self.problems) > problems_before:
            return
        venue = self._venues.get(row.text("venue").casefold())
        own = self._league.team_by_id[home].home_venue
        self.rows.append(
            GameRow(
                number=row.number,
                date_location=row.location("date"),
                day=day,
                home=home,
                away=away,
                slots=slots,
                venue=None if venue == own else venue,
                status=status,
            )
        )

    def add_problem(self, place: str, message: str) -> None:
        """Record an error at a place such as ``row 12, column away``."""
        self.problems.append(Problem(place, message))

    def _day(self, row: Row, home: TeamId | None) -> date | None:
        text = row.text("date")
        if text.casefold() in _NO_DATE_YET:
            return None
        day = read_date(text, self._zone(home))
        if day is None:
            self.add_problem(
                row.location("date"), f"{text!r} is not a date such as 2025-01-04"
            )
        return day

    def _slots_on(self, day: date | None, row: Row) -> tuple[Slot, ...]:
        if day is None:
            return ()
        on_the_day = self._slots.get(day, [])
        if not on_the_day:
            self.add_problem(
                row.location("date"),
                f"the season has no slot on {day}{self._nearest(day)}",
            )
        if len(on_the_day) < 2:
            return tuple(on_the_day)
        chosen = [slot for slot in on_the_day if _may_be(slot, row)]
        if not chosen:
            self.add_problem(row.location("date"), several_slots(day, on_the_day))
        return tuple(chosen)

    def _zone(self, home: TeamId | None) -> str:
        if home is None:
            return "UTC"
        venue = self._league.team_by_id[home].home_venue
        return self._league.venue_by_id[venue].location.time_zone

    def _nearest(self, day: date) -> str:
        nearest = min(self._slots, key=lambda other: abs(other - day), default=None)
        return f"; the nearest is {nearest}" if nearest else ""

    def _team(self, row: Row, column: str) -> TeamId | None:
        team = self._names.find(row.text(column))
        if team is None:
            self.add_problem(
                row.location(column), self._names.unknown_team_message(row.text(column))
            )
        return team


def several_slots(day: date | None, slots: list[Slot]) -> str:
    """Return the error message for a day with several possible slots."""
    ids = ", ".join(slot.id for slot in slots)
    return f"{day} has several slots; use the column slot to name one: {ids}"


def _may_be(slot: Slot, row: Row) -> bool:
    """Return whether the column ``slot``, or else ``window``, agrees with a slot."""
    for column, name in (("slot", slot.id), ("window", slot.window or "")):
        text = row.text(column)
        if text:
            return text.casefold() == name.casefold()
    return True
