"""A schedule as arrays, with its score and an undo log."""

from typing import Annotated

from flextime_solver.instance.compiled_league import NO_OPPONENT, Ints
from flextime_solver.jit.records import (
    MAX_COUNTERS,
    MAX_ROUNDS,
    MAX_SLOTS,
    MAX_TEAM_VALUES,
    MAX_TEAMS,
    Record,
    int32,
    int64,
)
from flextime_solver.solution.round_sets import ROUND_WORDS

MAX_PHASES = 8
TEAM_COSTS = 5
SLOT_WORDS = 4
"""Integers of 60 bits each that hold a set of slots, as in `instance.masks`."""

_UNDO_ENTRIES = 16 * MAX_TEAMS * MAX_ROUNDS
_PAIR_UNDO_ENTRIES = 16 * MAX_TEAMS * MAX_TEAMS


class Solution(Record):
    """Who plays whom, where and when, and what that costs.

    Indices are those of `CompiledLeague`. Deviations are weighted: soft ones are
    points, travel is metres.
    """

    opponent: Annotated[Ints, int32(MAX_TEAMS, MAX_ROUNDS)]
    """Opponent of (team, round), or `NO_OPPONENT` where the team has no game."""
    at_home: Annotated[Ints, int32(MAX_TEAMS, MAX_ROUNDS)]
    """1 where (team, round) is a home game."""
    slot: Annotated[Ints, int32(MAX_TEAMS, MAX_ROUNDS)]
    """Slot of the game of (team, round)."""
    meetings: Annotated[Ints, int32(MAX_TEAMS, MAX_TEAMS)]
    """Games of two teams against each other."""
    hosted: Annotated[Ints, int32(MAX_TEAMS, MAX_TEAMS)]
    """Games of two teams against each other at the first one."""
    rounds_hosted: Annotated[Ints, int64(MAX_TEAMS, MAX_TEAMS, ROUND_WORDS)]
    """Rounds in which the first team hosts the second, as a set (`round_sets`)."""
    in_phase: Annotated[Ints, int64(MAX_TEAMS, MAX_TEAMS, MAX_PHASES)]
    """Games of two teams against each other in each phase of the season."""
    games: Annotated[Ints, int64(MAX_TEAMS)]
    """Games of each team."""
    games_before: Annotated[Ints, int32(MAX_TEAMS, MAX_ROUNDS)]
    """Games of the team before the round."""
    count: Annotated[Ints, int64(MAX_COUNTERS)]
    """Value of each counter."""
    pattern: Annotated[Ints, int64(MAX_TEAMS, 2, SLOT_WORDS)]
    """Slots in which each team is at home (0) and away (1), as bits."""
    saved_pattern: Annotated[Ints, int64(MAX_TEAMS, 2, SLOT_WORDS)]
    """`pattern` at the last commit."""
    team_cost: Annotated[Ints, int64(MAX_TEAMS, TEAM_COSTS)]
    """Cost of each team's sequence of games: hard, soft, metres, then the hard and soft
    parts that sides and dates alone decide."""
    pair_cost: Annotated[Ints, int64(MAX_TEAMS, MAX_TEAMS, 4)]
    """Hard and soft cost of two teams' meetings, then of comparing their seasons."""
    team_pair_cost: Annotated[Ints, int64(MAX_TEAMS, 2)]
    """Hard and soft cost of all pairs of each team."""
    total: Annotated[Ints, int64(4)]
    """HARD, SOFT, TRAVEL (metres) and LOCK of the whole solution."""
    undo_log: Annotated[Ints, int64(_UNDO_ENTRIES, 4)]
    """Rows (inserted or removed, home, away, slot): changes since the last commit."""
    undo_length: int
    """Used rows of `undo_log`."""
    pair_undo_log: Annotated[Ints, int64(_PAIR_UNDO_ENTRIES, 4)]
    """Rows (team, other, column, cost before): changes of `pair_cost` since then."""
    pair_undo_length: int
    """Used rows of `pair_undo_log`."""
    saved_cost: Annotated[Ints, int64(MAX_TEAMS, TEAM_COSTS)]
    """`team_cost` at the last commit."""
    saved_games_before: Annotated[Ints, int32(MAX_TEAMS, MAX_ROUNDS)]
    """`games_before` at the last commit."""
    saved_total: Annotated[Ints, int64(4)]
    """`total` at the last commit."""
    touched: Annotated[Ints, int64(MAX_TEAMS)]
    """1 for each team whose games have changed since the last commit."""
    touched_teams: Annotated[Ints, int64(MAX_TEAMS)]
    """Those teams, in the order of their first change."""
    touched_count: int
    """Used length of `touched_teams`."""
    team_value: Annotated[Ints, int64(MAX_TEAMS, MAX_TEAM_VALUES)]
    """Contribution of each team to the counters that add up teams."""
    saved_value: Annotated[Ints, int64(MAX_TEAMS, MAX_TEAM_VALUES)]
    """`team_value` at the last commit."""
    opponent_order: Annotated[Ints, int64(MAX_TEAMS, MAX_ROUNDS)]
    """Opponents of each team in order of time."""
    opponent_count: Annotated[Ints, int64(MAX_TEAMS)]
    """Used length of each row of `opponent_order`."""
    carry_over_effects: Annotated[Ints, int64(MAX_TEAMS, MAX_TEAMS)]
    """How often a team meets the receiver right after the giver: (giver, receiver)."""
    side_total: Annotated[Ints, int64(MAX_TEAMS, 2, MAX_SLOTS)]
    """Home (0) and away (1) games of each team up to and including each slot."""
    breaks: Annotated[Ints, int64(MAX_TEAMS)]
    """Breaks of each team."""
    sequence: Annotated[Ints, int64(6, MAX_ROUNDS)]
    """Scratch: day, weekday, away, opponent, round and slot of one team's games."""
    fresh_pair_cost: Annotated[Ints, int64(MAX_TEAMS, 4)]
    """Scratch: new costs of one team's pairs."""
    last_meeting: Annotated[Ints, int64(MAX_TEAMS)]
    """Scratch: round of one team's latest meeting with each other team."""


def empty_solution() -> Solution:
    """Return a solution without games, which `fill_solution` can be given."""
    solution = Solution.zeros()
    solution.opponent[:] = NO_OPPONENT
    return solution
