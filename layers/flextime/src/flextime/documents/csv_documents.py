"""Schedules as tables: a row a game, with the columns date, home and away.

Teams go by id, name or short name, upper or lower case. Other columns are ignored, but
for ``slot`` and ``window``, which choose among several slots of one date; ``venue``,
where it names one of the league's (a game anywhere else is judged as at home);
``status``, where it says that a game is postponed or cancelled; and
``conference_game``: a row that is none is left out. docs/league.md lists the forms.
"""

import csv
import io
from collections import Counter
from datetime import date

from flextime.documents.csv_dates import read_date
from flextime.documents.csv_tables import NEEDED, Row, read_table
from flextime.documents.team_names import TeamNames
from flextime.domain.errors import InvalidSchedule, Problem
from flextime.domain.ids import SlotId, TeamId
from flextime.domain.league import League
from flextime.domain.schedule import Game, GameStatus, Schedule, game_id
from flextime.domain.season import Slot
from flextime.domain.timeline import Timeline, slot_of

_FALSE = {"false", "f", "no", "n", "0"}
_NO_DATE_YET = {"tba", "tbd"}
_STATUS = {
    "postponed": GameStatus.POSTPONED,
    "cancelled": GameStatus.CANCELLED,
    "canceled": GameStatus.CANCELLED,
}


def read_schedule_csv(text: str | bytes, league: League) -> Schedule:
    """A schedule of `league` from a table.

    Raises
    ------
    InvalidSchedule
        With the row and column of every fault.
    """
    reader = _Reader(league)
    for row in read_table(text):
        if row.text("conference_game").casefold() not in _FALSE:
            reader.read(row)
    if reader.problems:
        raise InvalidSchedule(tuple(reader.problems))
    return Schedule(league.id, tuple(reader.games))


def write_schedule_csv(schedule: Schedule, league: League) -> str:
    """The games that stand, in order of time, by the names of their teams."""
    text = io.StringIO(newline="")
    table = csv.writer(text, lineterminator="\n")
    table.writerow((*NEEDED, "slot"))
    for game in Timeline(league, schedule).games:
        slot = league.slot_by_id[slot_of(game)]
        names = (league.team_by_id[team].name for team in (game.home, game.away))
        table.writerow((slot.date, *names, slot.id))
    return text.getvalue()


class _Reader:
    """Collects the games of a table and the faults found on the way."""

    def __init__(self, league: League) -> None:
        self.games: list[Game] = []
        self.problems: list[Problem] = []
        self._league = league
        self._names = TeamNames(league)
        self._meetings: Counter[tuple[TeamId, TeamId]] = Counter()
        self._slots: dict[date, list[Slot]] = {}
        for slot in league.calendar.slots:
            self._slots.setdefault(slot.date, []).append(slot)
        self._venues = {
            text.casefold(): venue.id
            for venue in league.venues
            for text in (venue.name, venue.id)
        }

    def read(self, row: Row) -> None:
        faults = len(self.problems)
        home = self._team(row, "home")
        away = self._team(row, "away")
        if home is not None and home == away:
            self._refuse(f"row {row.number}", f"{row.text('home')} plays itself")
            return
        status = _STATUS.get(row.text("status").casefold(), GameStatus.SCHEDULED)
        slot = None
        if status is GameStatus.SCHEDULED:
            slot = self._slot(row, home)
        venue = self._venues.get(row.text("venue").casefold())
        if home is None or away is None or len(self.problems) > faults:
            return
        self._meetings[home, away] += 1
        name = game_id(home, away, self._meetings[home, away])
        own = self._league.team_by_id[home].home_venue
        self.games.append(
            Game(
                id=name,
                home=home,
                away=away,
                slot=slot,
                venue=None if venue == own else venue,
                status=status,
            )
        )

    def _slot(self, row: Row, home: TeamId | None) -> SlotId | None:
        text = row.text("date")
        if text.casefold() in _NO_DATE_YET:
            return None
        day = read_date(text, self._zone(home))
        if day is None:
            self._refuse(row.place("date"), f"{text!r} is no date, such as 2025-01-04")
            return None
        on_the_day = self._slots.get(day, [])
        chosen = on_the_day
        if len(on_the_day) > 1:
            chosen = [slot for slot in on_the_day if _is_named(slot, row)]
        if not on_the_day:
            self._refuse(
                row.place("date"),
                f"the season has no slot on {day}{self._nearest(day)}",
            )
        elif len(chosen) != 1:
            ids = ", ".join(slot.id for slot in on_the_day)
            self._refuse(
                row.place("date"),
                f"{day} has several slots; column slot names one: {ids}",
            )
        return chosen[0].id if len(chosen) == 1 else None

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
            self._refuse(row.place(column), self._names.refusal(row.text(column)))
        return team

    def _refuse(self, place: str, message: str) -> None:
        self.problems.append(Problem(place, message))


def _is_named(slot: Slot, row: Row) -> bool:
    """By the column ``slot`` where it says something, else by ``window``."""
    for column, name in (("slot", slot.id), ("window", slot.window or "")):
        text = row.text(column)
        if text:
            return text.casefold() == name.casefold()
    return False
