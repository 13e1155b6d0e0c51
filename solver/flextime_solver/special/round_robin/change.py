"""What a move adds to the cost of the fixtures, counted before it is made."""

from flextime_solver.instance.compiled_league import HARD, SOFT, CompiledLeague
from flextime_solver.jit.kernels import inlined_kernel, inner_kernel
from flextime_solver.moves.search_state import SearchState
from flextime_solver.special.round_robin.comparisons import (
    add_comparisons,
    forget_comparisons,
    take_over_comparisons,
)
from flextime_solver.special.round_robin.counting import (
    add_counters,
    forget_counters,
    outside,
    take_over_counters,
)
from flextime_solver.special.round_robin.fixtures import COUNT, TOTAL, WEIGHT, Fixtures
from flextime_solver.special.round_robin.gaps import add_gaps
from flextime_solver.special.round_robin.patterns import (
    add_patterns,
    find_new_patterns,
    take_over_patterns,
)
from flextime_solver.special.round_robin.windows import (
    add_windows,
    forget_windows,
    take_over_windows,
)


@inner_kernel
def stays_below(
    league: CompiledLeague, fixtures: Fixtures, state: SearchState, limit: float
) -> bool:
    """Whether the move adds at most `limit`; given up as soon as it must be more.

    What is not counted yet can save no more than it costs now.
    """
    fixtures.change[:] = 0
    add_counters(league, fixtures)
    add_windows(league, fixtures)
    if league.comparison_start > 0:
        add_gaps(league, fixtures)
    find_new_patterns(fixtures)
    bonds = _cost_of_bonds(fixtures, state) if league.compares_seasons else 0.0
    if _added(fixtures, state) - bonds - _cost_of_old(league, fixtures, state) > limit:
        return False
    add_patterns(league, fixtures)
    if _added(fixtures, state) - bonds > limit:
        return False
    if league.compares_seasons:
        add_comparisons(league, fixtures)
    return _added(fixtures, state) <= limit


@inlined_kernel
def _weighed(state: SearchState, hard: int, soft: int) -> float:
    return float(state.hard_weight * hard + 1000.0 * soft)


@inlined_kernel
def _added(fixtures: Fixtures, state: SearchState) -> float:
    return _weighed(state, fixtures.change[HARD], fixtures.change[SOFT])


@inner_kernel
def _cost_of_bonds(fixtures: Fixtures, state: SearchState) -> float:
    """What teams whose pattern changes cost beside all others."""
    cost = 0.0
    for place in range(fixtures.moved_team_count):
        team = fixtures.moved_teams[place]
        cost += _weighed(
            state,
            fixtures.team_pair_cost[team, HARD],
            fixtures.team_pair_cost[team, SOFT],
        )
    return cost


@inner_kernel
def _cost_of_old(
    league: CompiledLeague, fixtures: Fixtures, state: SearchState
) -> float:
    """What the patterns that change cost, and the counters that add them up."""
    hard, soft = 0, 0
    for place in range(fixtures.moved_team_count):
        team = fixtures.moved_teams[place]
        hard += fixtures.team_cost[team, HARD]
        soft += fixtures.team_cost[team, SOFT]
    for value in range(league.team_values):
        row = fixtures.counter[league.value_counter[value]]
        amount = outside(row, row[COUNT]) * row[WEIGHT]
        if row[TOTAL] == HARD:
            hard += amount
        else:
            soft += amount
    return _weighed(state, hard, soft)


@inner_kernel
def forget(league: CompiledLeague, fixtures: Fixtures) -> None:
    """Think of no move any more."""
    forget_counters(fixtures)
    forget_windows(fixtures)
    if league.compares_seasons:
        forget_comparisons(fixtures)
    for number in range(fixtures.moved_count):
        home, away = fixtures.moved[number, 0], fixtures.moved[number, 1]
        fixtures.new_round[home, away] = fixtures.moved[number, 2]
    fixtures.moved_count = 0
    fixtures.moved_team_count = 0


@inner_kernel
def make(league: CompiledLeague, fixtures: Fixtures) -> None:
    """Make the move, whose change has been counted to the end."""
    take_over_counters(fixtures)
    take_over_windows(fixtures)
    take_over_patterns(league, fixtures)
    if league.compares_seasons:
        take_over_comparisons(fixtures)
    for number in range(fixtures.moved_count):
        home, away = fixtures.moved[number, 0], fixtures.moved[number, 1]
        round_ = fixtures.moved[number, 3]
        fixtures.round_of[home, away] = round_
        fixtures.opponent[home, round_] = away
        fixtures.opponent[away, round_] = home
    fixtures.total[HARD] += fixtures.change[HARD]
    fixtures.total[SOFT] += fixtures.change[SOFT]
    fixtures.moved_count = 0
    fixtures.moved_team_count = 0
