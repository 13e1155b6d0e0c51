"""Compiled simulated annealing over all moves, a few thousand moves at a call.

Metropolis acceptance (Kirkpatrick, Gelatt and Vecchi 1983, doi
10.1126/science.220.4598.671) of an energy in which hard deviations have a penalty
weight, as in Anagnostopoulos et al. (2006), doi 10.1007/s10951-006-7187-8. The moves
follow Rosati, Petris, Di Gaspero and Schaerf (2022), doi 10.1007/s10951-022-00740-y.
"""

from math import log

from flextime_solver.instance.compiled_league import (
    HARD,
    LOCK,
    SOFT,
    TRAVEL,
    CompiledLeague,
    Ints,
)
from flextime_solver.jit.kernels import inner_kernel, kernel
from flextime_solver.jit.random import uniform
from flextime_solver.moves.date_moves import change_date
from flextime_solver.moves.meeting_moves import change_meeting
from flextime_solver.moves.round_moves import partial_swap_rounds, swap_rounds
from flextime_solver.moves.search_state import Move, SearchState, pick_move
from flextime_solver.moves.team_moves import partial_swap_teams, swap_teams
from flextime_solver.moves.venue_moves import reverse_cycle
from flextime_solver.solution.counters import units_outside
from flextime_solver.solution.delta_evaluation import (
    commit,
    evaluate_touched_pairs,
    undo,
)
from flextime_solver.solution.solution import Solution
from flextime_solver.solution.team_evaluation import evaluate_team

_DATE, _VENUE_CYCLE = int(Move.DATE), int(Move.VENUE_CYCLE)
_ROUNDS_CHAIN, _TRIPS_CHAIN = int(Move.ROUNDS_CHAIN), int(Move.TRIPS_CHAIN)
_ROUNDS, _TEAMS = int(Move.ROUNDS), int(Move.TEAMS)
_TEAMS_CHAIN, _TEAMS_TRIP_CHAIN = int(Move.TEAMS_CHAIN), int(Move.TEAMS_TRIP_CHAIN)

# Constants and no parameters: numba freezes them into the machine code.
MAX_CONSECUTIVE_FAILURES = 10
"""Failed attempts at a move after which another move is drawn."""
_MAX_ATTEMPTS_PER_MOVE = 20
"""Attempts for each evaluated move after which a call ends, if all moves fail."""
_WORK_PER_ATTEMPT = 8
"""Cost of planning a move, counted in games removed or placed."""


@kernel
def anneal(
    league: CompiledLeague, solution: Solution, state: SearchState, moves: int
) -> int:
    """Anneal a solution at the temperature and penalty weight of `state`.

    ``state.best`` becomes the best solution on the way: by hard deviations, then by
    cost.

    Parameters
    ----------
    moves
        Number of moves to evaluate; fewer if too many attempts fail.

    Returns
    -------
    Number of moves after which the solution was feasible.
    """
    state.evaluated = 0
    feasible = 0
    attempts = 0
    kind = pick_move(state)
    failed = 0
    while state.evaluated < moves and attempts < _MAX_ATTEMPTS_PER_MOVE * moves:
        attempts += 1
        before = energy(league, solution, state)
        applied = _apply(league, solution, state, kind)
        state.work[kind] += _WORK_PER_ATTEMPT + solution.undo_length
        if not applied:
            state.staged_count = 0
            if solution.undo_length > 0:
                undo(league, solution)
            # Another attempt at the same kind of move, so that evaluated moves have the
            # given frequencies whatever share of attempts fails.
            failed += 1
            if failed == MAX_CONSECUTIVE_FAILURES:
                kind, failed = pick_move(state), 0
            continue
        state.evaluated += 1
        state.proposed[kind] += 1
        # Metropolis: accepting with probability exp(-change / temperature) is accepting
        # below a limit drawn beforehand, which lets the evaluation stop early.
        limit = before - state.temperature * log(1.0 - uniform(state.random))
        if _evaluate_below(league, solution, state, limit):
            change = energy(league, solution, state) - before
            commit(solution)
            state.accepted[kind] += 1
            state.gain[kind] -= change
            if change < 0 or state.has_best == 0:
                copy_if_best(league, solution, state)
        else:
            undo(league, solution)
        kind, failed = pick_move(state), 0
        if solution.total[HARD] + solution.total[LOCK] == 0:
            feasible += 1
    return feasible


@inner_kernel
def _evaluate_below(
    league: CompiledLeague, solution: Solution, state: SearchState, limit: float
) -> bool:
    """Evaluate a change; stop as soon as its energy cannot come below `limit`.

    What has not been evaluated yet is bounded optimistically. A team may still lose its
    hard and soft cost, and the travel of a typical trip (`state.trip_cost`): no move
    was seen to save more, so this part is an estimate. Pairs and sums over teams may
    lose all that they cost.
    """
    pairs = _pair_bound(league, solution, state)
    bound = pairs
    for place in range(solution.touched_count):
        bound += _team_bound(solution, state, solution.touched_teams[place])
    if (
        energy(league, solution, state) - bound - _sum_bound(league, solution, state)
        > limit
    ):
        return False
    # Team by team the bound is replaced by the exact cost.
    for place in range(solution.touched_count):
        team = solution.touched_teams[place]
        bound -= _team_bound(solution, state, team)
        evaluate_team(league, solution, team)
        sums = _sum_bound(league, solution, state)
        if energy(league, solution, state) - bound - sums > limit:
            return False
    # All teams are exact now; only pairs are still bounded.
    if energy(league, solution, state) - pairs > limit:
        return False
    evaluate_touched_pairs(league, solution)
    return energy(league, solution, state) <= limit


@inner_kernel
def _team_bound(solution: Solution, state: SearchState, team: int) -> float:
    """Upper bound of what evaluating a team can save, in milli-points."""
    cost = _weighted(state, solution.team_cost[team, 0], solution.team_cost[team, 1])
    return float(cost + state.trip_cost)


@inner_kernel
def _pair_bound(
    league: CompiledLeague, solution: Solution, state: SearchState
) -> float:
    """Upper bound of what evaluating pairs of touched teams can save."""
    if league.pair_rule_count == 0:
        return 0.0
    bound = 0.0
    for place in range(solution.touched_count):
        team = solution.touched_teams[place]
        bound += _weighted(
            state, solution.team_pair_cost[team, 0], solution.team_pair_cost[team, 1]
        )
    return bound


@inner_kernel
def _sum_bound(league: CompiledLeague, solution: Solution, state: SearchState) -> float:
    """Upper bound of what counters that evaluation changes can save."""
    bound = 0.0
    for value in range(league.team_values):
        bound += _counter_cost(league, solution, state, league.value_counter[value])
    for place in range(league.carry_over_counters):
        counter = league.carry_over_counter[place]
        bound += _counter_cost(league, solution, state, counter)
    return bound


@inner_kernel
def _counter_cost(
    league: CompiledLeague, solution: Solution, state: SearchState, counter: int
) -> float:
    cost = units_outside(league, counter, solution.count[counter])
    cost *= league.counter_weight[counter]
    if league.counter_total[counter] == SOFT:
        return _weighted(state, 0, cost)
    return _weighted(state, cost, 0)


@inner_kernel
def _weighted(state: SearchState, hard: int, soft: int) -> float:
    """Milli-points of hard and soft deviations."""
    return float(state.hard_weight * hard + 1000.0 * soft)


@kernel
def update_best(league: CompiledLeague, solution: Solution, state: SearchState) -> None:
    """Record a solution from elsewhere in `state.best` if it is the best so far."""
    copy_if_best(league, solution, state)


@inner_kernel
def energy(league: CompiledLeague, solution: Solution, state: SearchState) -> float:
    """Cost plus penalties of hard deviations, in milli-points."""
    hard = solution.total[HARD] + solution.total[LOCK]
    return float(state.hard_weight * hard + cost(league, solution.total))


@inner_kernel
def cost(league: CompiledLeague, total: Ints) -> float:
    """Cost of soft constraints and travel, in milli-points."""
    return float(1000.0 * total[SOFT] + league.milli_points_per_m * total[TRAVEL])


@inner_kernel
def copy_if_best(
    league: CompiledLeague, solution: Solution, state: SearchState
) -> None:
    """Copy the solution to `state.best` if it is the best so far."""
    hard = solution.total[HARD] + solution.total[LOCK]
    if state.has_best:
        best_hard = state.best_total[HARD] + state.best_total[LOCK]
        if hard > best_hard:
            return
        if hard == best_hard and cost(league, solution.total) >= cost(
            league, state.best_total
        ):
            return
    state.has_best = 1
    for total in range(4):
        state.best_total[total] = solution.total[total]
    teams, rounds = league.teams, league.rounds
    for team in range(teams):
        for round_ in range(rounds):
            state.best[0, team, round_] = solution.opponent[team, round_]
            state.best[1, team, round_] = solution.at_home[team, round_]
            state.best[2, team, round_] = solution.slot[team, round_]


@inner_kernel
def _apply(  # noqa: PLR0911 - one branch for each move
    league: CompiledLeague, solution: Solution, state: SearchState, kind: int
) -> bool:
    if kind == _DATE:
        return change_date(league, solution, state)
    if kind == _VENUE_CYCLE:
        return reverse_cycle(league, solution, state)
    if kind == _ROUNDS_CHAIN:
        return partial_swap_rounds(league, solution, state, 1)
    if kind == _TRIPS_CHAIN:
        return partial_swap_rounds(league, solution, state, 2)
    if kind == _ROUNDS:
        return swap_rounds(league, solution, state)
    if kind == _TEAMS_CHAIN:
        return partial_swap_teams(league, solution, state, 1)
    if kind == _TEAMS_TRIP_CHAIN:
        return partial_swap_teams(league, solution, state, 2)
    if kind == _TEAMS:
        return swap_teams(league, solution, state)
    return change_meeting(league, solution, state)
