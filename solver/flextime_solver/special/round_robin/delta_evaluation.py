"""Delta evaluation: cost that the staged move adds, before anything is changed.

Parts are evaluated from the cheapest to the most expensive. After each part a bound
tells whether the move can still be accepted: a part that is not evaluated yet saves no
more than its present cost.
"""

from flextime_solver.instance.compiled_league import HARD, SOFT, CompiledLeague
from flextime_solver.jit.kernels import inlined_kernel, inner_kernel
from flextime_solver.moves.search_state import SearchState
from flextime_solver.special.round_robin.counters import (
    add_counter_deltas,
    commit_counters,
    deviation,
    discard_counters,
)
from flextime_solver.special.round_robin.home_away_patterns import (
    add_pattern_deltas,
    commit_patterns,
    find_changed_patterns,
)
from flextime_solver.special.round_robin.home_game_differences import (
    add_difference_deltas,
    commit_differences,
    discard_differences,
)
from flextime_solver.special.round_robin.meeting_gaps import add_gap_deltas
from flextime_solver.special.round_robin.opponent_windows import (
    add_window_deltas,
    commit_windows,
    discard_windows,
)
from flextime_solver.special.round_robin.round_robin_solution import (
    COUNT,
    TOTAL,
    WEIGHT,
    RoundRobinSolution,
)


@inner_kernel
def adds_at_most(
    league: CompiledLeague,
    solution: RoundRobinSolution,
    state: SearchState,
    limit: float,
) -> bool:
    """Return whether the staged move adds at most `limit` to the weighted cost.

    The evaluation ends early with False when a lower bound exceeds the limit; after
    True the delta is complete.
    """
    solution.delta[:] = 0
    add_counter_deltas(league, solution)
    add_window_deltas(league, solution)
    if league.comparison_start > 0:
        add_gap_deltas(league, solution)
    find_changed_patterns(solution)
    pairwise = _pairwise_cost(solution, state) if league.compares_seasons else 0.0
    patterns = _pattern_cost(league, solution, state)
    if _weighted_delta(solution, state) - pairwise - patterns > limit:
        return False
    add_pattern_deltas(league, solution)
    if _weighted_delta(solution, state) - pairwise > limit:
        return False
    if league.compares_seasons:
        add_difference_deltas(league, solution)
    return _weighted_delta(solution, state) <= limit


@inlined_kernel
def _weighted(state: SearchState, hard: int, soft: int) -> float:
    # Soft cost is in points, the temperature in milli-points.
    return float(state.hard_weight * hard + 1000.0 * soft)


@inlined_kernel
def _weighted_delta(solution: RoundRobinSolution, state: SearchState) -> float:
    return _weighted(state, solution.delta[HARD], solution.delta[SOFT])


@inner_kernel
def _pairwise_cost(solution: RoundRobinSolution, state: SearchState) -> float:
    """Return the present weighted cost of differences of the changed teams."""
    cost = 0.0
    for place in range(solution.changed_team_count):
        team = solution.changed_teams[place]
        cost += _weighted(
            state,
            solution.team_pair_cost[team, HARD],
            solution.team_pair_cost[team, SOFT],
        )
    return cost


@inner_kernel
def _pattern_cost(
    league: CompiledLeague, solution: RoundRobinSolution, state: SearchState
) -> float:
    """Return the present weighted cost of changed patterns and of summed values."""
    hard, soft = 0, 0
    for place in range(solution.changed_team_count):
        team = solution.changed_teams[place]
        hard += solution.team_cost[team, HARD]
        soft += solution.team_cost[team, SOFT]
    for value in range(league.team_values):
        row = solution.counter[league.value_counter[value]]
        amount = deviation(row, row[COUNT]) * row[WEIGHT]
        if row[TOTAL] == HARD:
            hard += amount
        else:
            soft += amount
    return _weighted(state, hard, soft)


@inner_kernel
def discard(league: CompiledLeague, solution: RoundRobinSolution) -> None:
    """Reject the staged move."""
    discard_counters(solution)
    discard_windows(solution)
    if league.compares_seasons:
        discard_differences(solution)
    for number in range(solution.moved_game_count):
        home, away = solution.moved_games[number, 0], solution.moved_games[number, 1]
        solution.new_round[home, away] = solution.moved_games[number, 2]
    solution.moved_game_count = 0
    solution.changed_team_count = 0


@inner_kernel
def commit(league: CompiledLeague, solution: RoundRobinSolution) -> None:
    """Accept the staged move, whose delta must be complete."""
    commit_counters(solution)
    commit_windows(solution)
    commit_patterns(league, solution)
    if league.compares_seasons:
        commit_differences(solution)
    for number in range(solution.moved_game_count):
        home, away = solution.moved_games[number, 0], solution.moved_games[number, 1]
        round_ = solution.moved_games[number, 3]
        solution.round_of[home, away] = round_
        solution.opponent[home, round_] = away
        solution.opponent[away, round_] = home
    solution.total[HARD] += solution.delta[HARD]
    solution.total[SOFT] += solution.delta[SOFT]
    solution.moved_game_count = 0
    solution.changed_team_count = 0
