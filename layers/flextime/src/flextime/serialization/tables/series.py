"""Conversion of rows to games: one game for each row, or for all rows of a series."""

from collections import Counter
from collections.abc import Iterable

from flextime.domain.errors import InvalidSchedule
from flextime.domain.ids import SlotId, TeamId
from flextime.domain.leagues.league import League
from flextime.domain.leagues.season import Slot
from flextime.domain.schedules.games import Game, game_id
from flextime.serialization.tables.game_rows import GameRow, TableReader, several_slots

_NO_ROUND = -1


def games_of(league: League, table: TableReader) -> tuple[Game, ...]:
    """Return the games of a table.

    Raises
    ------
    InvalidSchedule
        With all errors of the rows and of the series.
    """
    series = league.format.games_per_series > 1
    if series and table.problems:
        # A series that lacks an invalid row would be reported as well.
        raise InvalidSchedule(tuple(table.problems))
    meetings = [
        (rows[0], _slot(league, table, rows)) for rows in _meetings(league, table.rows)
    ]
    if table.problems:
        raise InvalidSchedule(tuple(table.problems))
    met: Counter[tuple[TeamId, TeamId]] = Counter()
    games = []
    for row, slot in meetings:
        met[row.home, row.away] += 1
        games.append(
            Game(
                id=game_id(row.home, row.away, met[row.home, row.away]),
                home=row.home,
                away=row.away,
                slot=slot,
                venue=row.venue,
                status=row.status,
            )
        )
    return tuple(games)


def _meetings(league: League, rows: Iterable[GameRow]) -> list[list[GameRow]]:
    """Group rows by meeting; a series is the rows of two teams in one round."""
    if league.format.games_per_series == 1:
        return [[row] for row in rows]
    found: dict[tuple[TeamId, TeamId, int], list[GameRow]] = {}
    for row in rows:
        round_ = league.round_position[row.slots[0].id] if row.slots else _NO_ROUND
        found.setdefault((row.home, row.away, round_), []).append(row)
    return list(found.values())


def _slot(league: League, table: TableReader, rows: list[GameRow]) -> SlotId | None:
    """Return the slot of a meeting; None without a date or after adding an error."""
    first, required = rows[0], league.format.games_per_series
    shared = [slot for slot in first.slots if all(slot in row.slots for row in rows)]
    if len(rows) != required:
        away = league.team_by_id[first.away].name
        home = league.team_by_id[first.home].name
        begun = f" from {first.day}" if first.day else ""
        table.add_problem(
            f"row {first.number}",
            f"the series of {away} at {home}{begun} has {len(rows)} rows,"
            f" but a series of this league has {required} games",
        )
    elif first.day is None:
        return None
    elif required == 1 and len(shared) > 1:
        table.add_problem(first.date_location, several_slots(first.day, shared))
    elif not shared:
        table.add_problem(
            first.date_location, "no slot includes all days of this series"
        )
    else:
        return _closest(league, shared, rows).id
    return None


def _closest(league: League, slots: list[Slot], rows: list[GameRow]) -> Slot:
    """Return the slot whose end is closest to the last row.

    Several slots fit when two games of a series were played on one day.
    """
    last = max(row.day for row in rows if row.day is not None)
    return min(slots, key=lambda slot: abs((league.days(slot)[-1] - last).days))
