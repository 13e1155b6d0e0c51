"""Solution of a compact double round robin: the round of each game."""

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

MAX_MOVED_GAMES = MAX_TEAMS * MAX_ROUNDS
MAX_WINDOWS = 16
"""Most opponent-window rules of a team."""
MAX_PARALLEL_WINDOW = 8
"""Longest window whose counts are computed for all rounds at once, on bit sets."""
MAX_COUNT = 1 << 30
"""Largest count or limit of a counter, so that their differences fit 32 bits."""
COUNT, LOW, HIGH, WEIGHT, TOTAL, PENDING, TOUCHED = range(7)
"""Columns of `RoundRobinSolution.counter`."""


class RoundRobinSolution(Record):
    """Rounds of all games, their cost, the staged move and the best schedule so far.

    Costs are pairs of hard and soft cost, in the unit of the compiled rules' weights.
    Fields named `new_...` hold what the field of the same name becomes if the staged
    move is committed; they are valid only for the teams, pairs and windows that the
    move touches.
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
    """Home-away pattern: rounds in which each team is at home, as bits."""
    counter: Annotated[Ints, int32(MAX_COUNTERS, 8)]
    """Rows with the columns `COUNT` to `TOUCHED`: count, limits, weight, HARD or SOFT,
    increment by the staged move, and 1 if listed in `touched_counters`."""
    team_cost: Annotated[Ints, int64(MAX_TEAMS, 2)]
    """Cost of each team that its home-away pattern alone decides."""
    team_value: Annotated[Ints, int64(MAX_TEAMS, MAX_TEAM_VALUES)]
    """Contribution of each team to the counters that sum a value over teams."""
    counted_rounds: Annotated[Ints, int64(MAX_TEAMS, MAX_WINDOWS)]
    """Rounds of the games that each window rule of a team counts, as bits."""
    window_cost: Annotated[Ints, int64(MAX_TEAMS, MAX_WINDOWS)]
    """Cost of each window rule of a team."""
    counting_windows: Annotated[Ints, int32(MAX_TEAMS, 2, MAX_TEAMS)]
    """Window rules that count the game of (team, away, opponent), as bits."""
    window_sets: Annotated[Ints, int64(MAX_PARALLEL_WINDOW + 1)]
    """Scratch: row k holds the windows with at least k rounds of a set, as bits."""
    cumulative_home: Annotated[Ints, int64(MAX_TEAMS, MAX_ROUNDS)]
    """Home games of each team up to and including each round."""
    pair_cost: Annotated[Ints, int64(MAX_TEAMS, MAX_TEAMS, 2)]
    """Cost of the difference in home games between two teams."""
    team_pair_cost: Annotated[Ints, int64(MAX_TEAMS, 2)]
    """Sum of `pair_cost` over the other teams, for each team."""
    total: Annotated[Ints, int64(2)]
    """Cost of the schedule."""
    moved_games: Annotated[Ints, int32(MAX_MOVED_GAMES, 4)]
    """Games of the staged move: home, away, present round, new round."""
    moved_game_count: int
    new_round: Annotated[Ints, int32(MAX_TEAMS, MAX_TEAMS)]
    """`round_of` after the staged move."""
    new_home: Annotated[Ints, int64(MAX_TEAMS)]
    is_changed: Annotated[Ints, int64(MAX_TEAMS)]
    """1 for each team whose home-away pattern the staged move changes."""
    changed_teams: Annotated[Ints, int64(MAX_TEAMS)]
    """Those teams."""
    changed_team_count: int
    new_cost: Annotated[Ints, int64(MAX_TEAMS, 2)]
    """`team_cost` after the staged move."""
    new_value: Annotated[Ints, int64(MAX_TEAMS, MAX_TEAM_VALUES)]
    """`team_value` after the staged move."""
    new_cumulative_home: Annotated[Ints, int64(MAX_TEAMS, MAX_ROUNDS)]
    new_pair_cost: Annotated[Ints, int64(MAX_TEAMS, MAX_TEAMS, 2)]
    new_counted_rounds: Annotated[Ints, int64(MAX_TEAMS, MAX_WINDOWS)]
    new_window_cost: Annotated[Ints, int64(MAX_TEAMS, MAX_WINDOWS)]
    is_touched: Annotated[Ints, int32(MAX_TEAMS, MAX_WINDOWS)]
    """1 for each window rule that counts a game of the staged move."""
    touched_windows: Annotated[Ints, int32(MAX_TEAMS * MAX_WINDOWS)]
    """Those rules, as ``team * MAX_WINDOWS + rule``."""
    touched_window_count: int
    delta: Annotated[Ints, int64(2)]
    """Cost that the staged move adds, as far as it is evaluated."""
    touched_counters: Annotated[Ints, int32(MAX_COUNTERS)]
    """Counters that count a game of the staged move."""
    touched_counter_count: int
    best_round_of: Annotated[Ints, int32(MAX_TEAMS, MAX_TEAMS)]
    """`round_of` of the best schedule so far."""
    best: Annotated[Ints, int64(2)]
    """Cost of the best schedule so far."""
    improved: int
    """1 if the best schedule has changed since this was last cleared."""


def empty_round_robin_solution() -> RoundRobinSolution:
    """Return a solution without teams, rounds or games."""
    return RoundRobinSolution.zeros()
