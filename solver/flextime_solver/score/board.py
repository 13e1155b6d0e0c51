"""A schedule as arrays, with its score and a trail to take changes back."""

from typing import Protocol

from flextime_solver.model.compiled import NOBODY, Ints
from flextime_solver.records import (
    MOST_COUNTERS,
    MOST_ROUNDS,
    MOST_TEAMS,
    new_record,
    whole,
)

MOST_PHASES = 8


class Board(Protocol):
    """Who plays whom, where and when, and what that costs.

    Attributes
    ----------
    opponent, at_home, slot
        Of each (team, round); the opponent is NOBODY where the team has no game.
    meetings, hosted, in_phase
        Games of two teams: all, those at the first, those in a part of the season.
    games, place
        Games of a team, and of those before each round.
    count
        What each counter has reached.
    team_cost, pair_cost
        Hard, soft (and metres) of each team's sequence and each pair's meetings.
    total
        HARD, SOFT, TRAVEL (metres) and LOCK of the whole board.
    trail, trail_length, pair_trail, pair_trail_length, saved_cost, saved_place,
    saved_total, touched, touched_teams, touched_count
        What changed since the last commit.
    sequence
        Scratch: rows day, weekday, away, opponent, round of one team's games.
    fresh_pair_cost, last_meeting
        Scratch: what a team's pairs cost now; the round of their latest meeting.
    """

    opponent: Ints
    at_home: Ints
    slot: Ints
    meetings: Ints
    hosted: Ints
    in_phase: Ints
    games: Ints
    place: Ints
    count: Ints
    team_cost: Ints
    pair_cost: Ints
    total: Ints
    trail: Ints
    trail_length: int
    pair_trail: Ints
    pair_trail_length: int
    saved_cost: Ints
    saved_place: Ints
    saved_total: Ints
    touched: Ints
    touched_teams: Ints
    touched_count: int
    sequence: Ints
    fresh_pair_cost: Ints
    last_meeting: Ints


_TEAMS, _ROUNDS = MOST_TEAMS, MOST_ROUNDS

BOARD_FIELDS = [
    whole("opponent", _TEAMS, _ROUNDS),
    whole("at_home", _TEAMS, _ROUNDS),
    whole("slot", _TEAMS, _ROUNDS),
    whole("meetings", _TEAMS, _TEAMS),
    whole("hosted", _TEAMS, _TEAMS),
    whole("in_phase", _TEAMS, _TEAMS, MOST_PHASES),
    whole("games", _TEAMS),
    whole("place", _TEAMS, _ROUNDS),
    whole("count", MOST_COUNTERS),
    whole("team_cost", _TEAMS, 3),
    whole("pair_cost", _TEAMS, _TEAMS, 2),
    whole("total", 4),
    whole("trail", 16 * _TEAMS * _ROUNDS, 4),
    whole("trail_length"),
    whole("pair_trail", 8 * _TEAMS * _TEAMS, 4),
    whole("pair_trail_length"),
    whole("saved_cost", _TEAMS, 3),
    whole("saved_place", _TEAMS, _ROUNDS),
    whole("saved_total", 4),
    whole("touched", _TEAMS),
    whole("touched_teams", _TEAMS),
    whole("touched_count"),
    whole("sequence", 5, _ROUNDS),
    whole("fresh_pair_cost", _TEAMS, 2),
    whole("last_meeting", _TEAMS),
]


def empty_board() -> Board:
    """A board without games; `fill_board` gives it games and its score."""
    board: Board = new_record(BOARD_FIELDS)
    board.opponent[:] = NOBODY
    return board
