"""Simulated annealing over all moves, a few thousand at a call.

Metropolis acceptance with the hard weight as a second control, strategic oscillation
after Anagnostopoulos et al. (2006), doi 10.1007/s10951-006-7187-8; the mix of moves
follows Rosati, Petris, Di Gaspero and Schaerf (2022), doi 10.1007/s10951-022-00740-y.
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
from flextime_solver.moves.round_moves import exchange_chain, exchange_rounds
from flextime_solver.moves.search_state import Move, SearchState, pick_move
from flextime_solver.moves.team_moves import exchange_teams, exchange_teams_in_part
from flextime_solver.moves.venue_moves import turn_cycle
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
_PATIENCE = 10
"""Tries of a move that comes to nothing before another one has its turn."""
_WORK_OF_A_TRY = 8
"""What planning a move costs, in games lifted or placed."""
_TEAMS_CHAIN, _TEAMS_TRIP_CHAIN = int(Move.TEAMS_CHAIN), int(Move.TEAMS_TRIP_CHAIN)


@kernel
def anneal(
    league: CompiledLeague, solution: Solution, state: SearchState, moves: int
) -> int:
    """Make `moves` evaluated moves; how many of the solutions after them were feasible.

    ``state.best`` gets every solution that is better than it: less broken, then cheaper.
    """
    state.evaluated = 0
    feasible = 0
    tries = 0
    kind = pick_move(state)
    failed = 0
    while state.evaluated < moves and tries < 20 * moves:
        tries += 1
        before = energy(league, solution, state)
        applied = _apply(league, solution, state, kind)
        state.work[kind] += _WORK_OF_A_TRY + solution.undo_length
        if not applied:
            state.staged_count = 0
            if solution.undo_length > 0:
                undo(league, solution)
            failed += 1
            if failed == _PATIENCE:
                kind, failed = pick_move(state), 0
            continue
        state.evaluated += 1
        state.tried[kind] += 1
        limit = before - state.temperature * log(1.0 - uniform(state.random))
        if _evaluate_below(league, solution, state, limit):
            change = energy(league, solution, state) - before
            commit(solution)
            state.accepted[kind] += 1
            state.brought[kind] -= change
            if change < 0 or state.has_best == 0:
                keep_best(league, solution, state)
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
    """Settle a change; give up as soon as its energy will not come below `limit`.

    A team that is not settled yet may still lose its hard and soft cost, and of its
    travel a typical journey: more than that no move is seen to save. Pairs may lose
    what they cost, and so may what is added up over several teams.
    """
    bonds = _hope_of_pairs(league, solution, state)
    hope = bonds
    for place in range(solution.touched_count):
        hope += _hope(solution, state, solution.touched_teams[place])
    if (
        energy(league, solution, state) - hope - _hope_of_sums(league, solution, state)
        > limit
    ):
        return False
    for place in range(solution.touched_count):
        team = solution.touched_teams[place]
        hope -= _hope(solution, state, team)
        evaluate_team(league, solution, team)
        sums = _hope_of_sums(league, solution, state)
        if energy(league, solution, state) - hope - sums > limit:
            return False
    if energy(league, solution, state) - bonds > limit:
        return False
    evaluate_touched_pairs(league, solution)
    return energy(league, solution, state) <= limit


@inner_kernel
def _hope(solution: Solution, state: SearchState, team: int) -> float:
    cost = _weighed(state, solution.team_cost[team, 0], solution.team_cost[team, 1])
    return float(cost + state.trip_cost)


@inner_kernel
def _hope_of_pairs(
    league: CompiledLeague, solution: Solution, state: SearchState
) -> float:
    if league.pair_rule_count == 0:
        return 0.0
    hope = 0.0
    for place in range(solution.touched_count):
        team = solution.touched_teams[place]
        hope += _weighed(
            state, solution.team_pair_cost[team, 0], solution.team_pair_cost[team, 1]
        )
    return hope


@inner_kernel
def _hope_of_sums(
    league: CompiledLeague, solution: Solution, state: SearchState
) -> float:
    """What counters that settling changes cost now."""
    hope = 0.0
    for value in range(league.team_values):
        hope += _counted(league, solution, state, league.value_counter[value])
    for place in range(league.carry_over_counters):
        hope += _counted(league, solution, state, league.carry_over_counter[place])
    return hope


@inner_kernel
def _counted(
    league: CompiledLeague, solution: Solution, state: SearchState, counter: int
) -> float:
    cost = units_outside(league, counter, solution.count[counter])
    cost *= league.counter_weight[counter]
    if league.counter_total[counter] == SOFT:
        return _weighed(state, 0, cost)
    return _weighed(state, cost, 0)


@inner_kernel
def _weighed(state: SearchState, hard: int, soft: int) -> float:
    return float(state.hard_weight * hard + 1000.0 * soft)


@kernel
def consider(league: CompiledLeague, solution: Solution, state: SearchState) -> None:
    """Keep a solution that the search is given, if it is the best so far."""
    keep_best(league, solution, state)


@inner_kernel
def energy(league: CompiledLeague, solution: Solution, state: SearchState) -> float:
    """Milli-points of a solution with its hard deviations weighed."""
    hard = solution.total[HARD] + solution.total[LOCK]
    return float(state.hard_weight * hard + cost(league, solution.total))


@inner_kernel
def cost(league: CompiledLeague, total: Ints) -> float:
    """Milli-points of soft rules and travel."""
    return float(1000.0 * total[SOFT] + league.milli_points_per_m * total[TRAVEL])


@inner_kernel
def keep_best(league: CompiledLeague, solution: Solution, state: SearchState) -> None:
    """Copy the solution if it is the best so far."""
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
        return turn_cycle(league, solution, state)
    if kind == _ROUNDS_CHAIN:
        return exchange_chain(league, solution, state, 1)
    if kind == _TRIPS_CHAIN:
        return exchange_chain(league, solution, state, 2)
    if kind == _ROUNDS:
        return exchange_rounds(league, solution, state)
    if kind == _TEAMS_CHAIN:
        return exchange_teams_in_part(league, solution, state, 1)
    if kind == _TEAMS_TRIP_CHAIN:
        return exchange_teams_in_part(league, solution, state, 2)
    if kind == _TEAMS:
        return exchange_teams(league, solution, state)
    return change_meeting(league, solution, state)
