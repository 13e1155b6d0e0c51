"""A schedule as arrays, with its score and a trail to take changes back."""

from typing import Protocol

from flextime_solver.instance.compiled_league import NO_OPPONENT, Ints
from flextime_solver.jit.records import (
    MAX_COUNTERS,
    MAX_ROUNDS,
    MAX_SLOTS,
    MAX_TEAM_VALUES,
    MAX_TEAMS,
    narrow,
    new_record,
    whole,
)
from flextime_solver.solution.round_sets import ROUND_WORDS

MAX_PHASES = 8
TEAM_COSTS = 5
SLOT_WORDS = 4
"""Whole numbers of 60 bits that hold a set of slots, as in `model.masks`."""


class Solution(Protocol):
    """Who plays whom, where and when, and what that costs.

    Attributes
    ----------
    opponent, at_home, slot
        Of each (team, round); the opponent is NOBODY where the team has no game.
    meetings, hosted, in_phase
        Games of two teams: all, those at the first, those in a part of the season.
    rounds_hosted
        Rounds in which the first team hosts the second, as `score.round_sets`.
    games, place
        Games of a team, and of those before each round.
    count
        What each counter has reached.
    pattern, saved_pattern
        Of each team the slots in which it is at home and away, as bits.
    team_cost
        Of each team's sequence: hard, soft, metres; hard and soft of it that sides
        and dates alone decide.
    pair_cost
        Of each two teams: hard and soft of their meetings, and of their comparison.
    team_pair_cost
        Of each team: hard and soft of all its pairs.
    total
        HARD, SOFT, TRAVEL (metres) and LOCK of the whole solution.
    undo_log, undo_length, pair_undo_log, pair_undo_length, saved_cost, saved_place,
    saved_total, touched, touched_teams, touched_count
        What changed since the last commit.
    team_value, saved_value
        What each team adds to the counters that add up teams.
    order, order_length, effects
        Of each team its opponents in order; of each two teams (giver, taker), how
        often somebody meets the second right after the first.
    side_total, breaks
        Of each team: home and away games up to each slot; breaks of its season.
    sequence
        Scratch: rows day, weekday, away, opponent, round, slot of one team's games.
    fresh_pair_cost, last_meeting
        Scratch: what a team's pairs cost now; the round of their latest meeting.
    """

    opponent: Ints
    at_home: Ints
    slot: Ints
    meetings: Ints
    hosted: Ints
    rounds_hosted: Ints
    in_phase: Ints
    games: Ints
    place: Ints
    count: Ints
    pattern: Ints
    saved_pattern: Ints
    team_cost: Ints
    pair_cost: Ints
    team_pair_cost: Ints
    total: Ints
    undo_log: Ints
    undo_length: int
    pair_undo_log: Ints
    pair_undo_length: int
    saved_cost: Ints
    saved_place: Ints
    saved_total: Ints
    touched: Ints
    touched_teams: Ints
    touched_count: int
    team_value: Ints
    saved_value: Ints
    order: Ints
    order_length: Ints
    effects: Ints
    side_total: Ints
    breaks: Ints
    sequence: Ints
    fresh_pair_cost: Ints
    last_meeting: Ints


_TEAMS, _ROUNDS = MAX_TEAMS, MAX_ROUNDS

SOLUTION_FIELDS = [
    narrow("opponent", _TEAMS, _ROUNDS),
    narrow("at_home", _TEAMS, _ROUNDS),
    narrow("slot", _TEAMS, _ROUNDS),
    narrow("meetings", _TEAMS, _TEAMS),
    narrow("hosted", _TEAMS, _TEAMS),
    whole("rounds_hosted", _TEAMS, _TEAMS, ROUND_WORDS),
    whole("in_phase", _TEAMS, _TEAMS, MAX_PHASES),
    whole("games", _TEAMS),
    narrow("place", _TEAMS, _ROUNDS),
    whole("count", MAX_COUNTERS),
    whole("pattern", _TEAMS, 2, SLOT_WORDS),
    whole("saved_pattern", _TEAMS, 2, SLOT_WORDS),
    whole("team_cost", _TEAMS, TEAM_COSTS),
    whole("pair_cost", _TEAMS, _TEAMS, 4),
    whole("team_pair_cost", _TEAMS, 2),
    whole("total", 4),
    whole("undo_log", 16 * _TEAMS * _ROUNDS, 4),
    whole("undo_length"),
    whole("pair_undo_log", 16 * _TEAMS * _TEAMS, 4),
    whole("pair_undo_length"),
    whole("saved_cost", _TEAMS, TEAM_COSTS),
    narrow("saved_place", _TEAMS, _ROUNDS),
    whole("saved_total", 4),
    whole("touched", _TEAMS),
    whole("touched_teams", _TEAMS),
    whole("touched_count"),
    whole("team_value", _TEAMS, MAX_TEAM_VALUES),
    whole("saved_value", _TEAMS, MAX_TEAM_VALUES),
    whole("order", _TEAMS, _ROUNDS),
    whole("order_length", _TEAMS),
    whole("effects", _TEAMS, _TEAMS),
    whole("side_total", _TEAMS, 2, MAX_SLOTS),
    whole("breaks", _TEAMS),
    whole("sequence", 6, _ROUNDS),
    whole("fresh_pair_cost", _TEAMS, 4),
    whole("last_meeting", _TEAMS),
]


def empty_solution() -> Solution:
    """A solution without games; `fill_solution` gives it games and its score."""
    solution: Solution = new_record(SOLUTION_FIELDS)
    solution.opponent[:] = NO_OPPONENT
    return solution
