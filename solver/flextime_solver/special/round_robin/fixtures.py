"""A double round robin as small arrays: in which round each game is played."""

from typing import Annotated

from flextime_solver.instance.compiled_league import Ints
from flextime_solver.jit.records import (
    MAX_COUNTERS,
    MAX_ROUNDS,
    MAX_TEAM_VALUES,
    MAX_TEAMS,
    Record,
    int32,
    int64,
)

MAX_MOVED = MAX_TEAMS * MAX_ROUNDS
MAX_WINDOWS = 16
LONGEST_WINDOW = 8
"""Of those that are counted all at once; longer ones slide."""
LARGEST_COUNT = 1 << 30
COUNT, LOW, HIGH, WEIGHT, TOTAL, PENDING, TOUCHED = range(7)
"""Columns of `Fixtures.counter`."""


class Fixtures(Record):
    """Rounds of all games, what they cost, and the move under evaluation.

    Fields named `new_...` hold what the field of the same name becomes if the move is
    accepted; only the teams, pairs and windows that the move touches are filled in.
    """

    teams: int
    rounds: int
    rounds_per_phase: int
    """All rounds if the season has no phases."""
    round_of: Annotated[Ints, int32(MAX_TEAMS, MAX_TEAMS)]
    """Round in which the first team hosts the second."""
    opponent: Annotated[Ints, int32(MAX_TEAMS, MAX_ROUNDS)]
    """Opponent of (team, round)."""
    home: Annotated[Ints, int64(MAX_TEAMS)]
    """Rounds in which each team is at home, as bits."""
    counter: Annotated[Ints, int32(MAX_COUNTERS, 8)]
    """Rows with the columns `COUNT` to `TOUCHED`: value, limits, weight, HARD or SOFT,
    increment by the move, and 1 if listed in `touched_counters`."""
    team_cost: Annotated[Ints, int64(MAX_TEAMS, 2)]
    """Hard and soft cost of each team that its home-away pattern alone decides."""
    team_value: Annotated[Ints, int64(MAX_TEAMS, MAX_TEAM_VALUES)]
    """Contribution of each team to the counters that add up teams."""
    met: Annotated[Ints, int64(MAX_TEAMS, MAX_WINDOWS)]
    """Rounds of the games that each window rule of a team counts, as bits."""
    window_cost: Annotated[Ints, int64(MAX_TEAMS, MAX_WINDOWS)]
    """Cost of each window rule of a team."""
    met_by: Annotated[Ints, int32(MAX_TEAMS, 2, MAX_TEAMS)]
    """Window rules that count the game of (team, away, opponent), as bits."""
    at_least: Annotated[Ints, int64(LONGEST_WINDOW + 1)]
    """Scratch: windows that hold at least this many rounds of a set, as bits."""
    lead: Annotated[Ints, int64(MAX_TEAMS, MAX_ROUNDS)]
    """Home games of each team up to and including each round."""
    pair_cost: Annotated[Ints, int64(MAX_TEAMS, MAX_TEAMS, 2)]
    """Hard and soft cost of comparing the seasons of two teams."""
    team_pair_cost: Annotated[Ints, int64(MAX_TEAMS, 2)]
    """Hard and soft cost of comparing each team with all others."""
    total: Annotated[Ints, int64(2)]
    """Hard and soft cost of the assignment."""
    moved: Annotated[Ints, int32(MAX_MOVED, 4)]
    """Games of the move: home, away, round before, round after."""
    moved_count: int
    new_round: Annotated[Ints, int32(MAX_TEAMS, MAX_TEAMS)]
    """`round_of` after the move."""
    new_home: Annotated[Ints, int64(MAX_TEAMS)]
    has_moved: Annotated[Ints, int64(MAX_TEAMS)]
    """1 for each team whose pattern the move changes."""
    moved_teams: Annotated[Ints, int64(MAX_TEAMS)]
    """Those teams."""
    moved_team_count: int
    new_cost: Annotated[Ints, int64(MAX_TEAMS, 2)]
    """`team_cost` after the move."""
    new_value: Annotated[Ints, int64(MAX_TEAMS, MAX_TEAM_VALUES)]
    """`team_value` after the move."""
    new_lead: Annotated[Ints, int64(MAX_TEAMS, MAX_ROUNDS)]
    new_pair_cost: Annotated[Ints, int64(MAX_TEAMS, MAX_TEAMS, 2)]
    new_met: Annotated[Ints, int64(MAX_TEAMS, MAX_WINDOWS)]
    new_window_cost: Annotated[Ints, int64(MAX_TEAMS, MAX_WINDOWS)]
    is_touched: Annotated[Ints, int32(MAX_TEAMS, MAX_WINDOWS)]
    """1 for each window rule that counts a game of the move."""
    touched_windows: Annotated[Ints, int32(MAX_TEAMS * MAX_WINDOWS)]
    """Those rules, as ``team * MAX_WINDOWS + rule``."""
    touched_window_count: int
    change: Annotated[Ints, int64(2)]
    """Hard and soft cost that the move adds."""
    touched_counters: Annotated[Ints, int32(MAX_COUNTERS)]
    """Counters of the games of the move."""
    touched_count: int
    best_round_of: Annotated[Ints, int32(MAX_TEAMS, MAX_TEAMS)]
    """`round_of` of the best assignment so far."""
    best: Annotated[Ints, int64(2)]
    """Hard and soft cost of the best assignment so far."""
    improved: int
    """1 if the best assignment has changed since this was last cleared."""


def empty_fixtures() -> Fixtures:
    """Return an assignment without teams, rounds or games."""
    return Fixtures.zeros()
