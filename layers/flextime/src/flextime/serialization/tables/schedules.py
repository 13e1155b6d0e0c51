"""Schedules as CSV tables: one row for each game, with date, home and away.

A series has one row for each of its games, on the days of one slot. Teams are named by
id, name or short name, in upper or lower case. Optional columns are ``slot`` and
``window``, which select one of several slots of a date; ``venue``, if it is a venue of
the league (otherwise the game counts as at the home team's); ``status``, which marks a
game as postponed or cancelled; and ``conference_game``, whose rows are skipped where it
is false. All other columns are ignored. docs/league.md describes the formats.
"""

import csv
import io

from flextime.domain.leagues.league import League
from flextime.domain.schedules.games import Schedule
from flextime.domain.schedules.timeline import Timeline, slot_of
from flextime.serialization.tables.game_rows import TableReader
from flextime.serialization.tables.series import games_of
from flextime.serialization.tables.table_text import REQUIRED_COLUMNS, read_table

_FALSE = {"false", "f", "no", "n", "0"}


def read_schedule_csv(text: str | bytes, league: League) -> Schedule:
    """Read a schedule of `league` from a CSV table.

    Raises
    ------
    InvalidSchedule
        With the row and column of each error.
    """
    reader = TableReader(league)
    for row in read_table(text):
        if row.text("conference_game").casefold() not in _FALSE:
            reader.read(row)
    return Schedule(league.id, games_of(league, reader))


def write_schedule_csv(schedule: Schedule, league: League) -> str:
    """Return a CSV table of the games that take place, in chronological order.

    Teams are written by their names. Each game of a series has its own row.
    """
    text = io.StringIO(newline="")
    table = csv.writer(text, lineterminator="\n")
    table.writerow((*REQUIRED_COLUMNS, "slot"))
    for game in Timeline(league, schedule).games:
        slot = league.slot_by_id[slot_of(game)]
        sides = [league.team_by_id[team].name for team in (game.home, game.away)]
        for day in league.days(slot):
            table.writerow((day, *sides, slot.id))
    return text.getvalue()
