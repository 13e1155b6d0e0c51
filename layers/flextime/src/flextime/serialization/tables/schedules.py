"""Schedules as tables: a row a game, with the columns date, home and away.

A series has a row for each of its games, on the days of one slot. Teams go by id,
name or short name, upper or lower case. Other columns are ignored, but for ``slot`` and
``window``, which choose among several slots of one date; ``venue``, where it names one
of the league's (a game anywhere else is judged as at home); ``status``, where it says
that a game is postponed or cancelled; and ``conference_game``: a row that is none is
left out. docs/league.md lists the forms.
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
    """Read a table of games.

    Raises
    ------
    InvalidSchedule
        With the row and column of every fault.
    """
    reader = TableReader(league)
    for row in read_table(text):
        if row.text("conference_game").casefold() not in _FALSE:
            reader.read(row)
    return Schedule(league.id, games_of(league, reader))


def write_schedule_csv(schedule: Schedule, league: League) -> str:
    """The games that stand, in order of time, by the names of their teams.

    The games of a series have rows of their own, a day later each.
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
