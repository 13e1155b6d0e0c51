"""Simulated annealing of a compact double round robin."""

from math import log

from flextime_solver.instance.compiled_league import CompiledLeague
from flextime_solver.jit.kernels import inner_kernel, kernel
from flextime_solver.jit.random import uniform
from flextime_solver.moves.search_state import Move, SearchState, pick_move
from flextime_solver.special.round_robin.delta_evaluation import (
    adds_at_most,
    commit,
    discard,
)
from flextime_solver.special.round_robin.partial_team_swap import partial_swap_teams
from flextime_solver.special.round_robin.phased_team_swap import (
    phased_partial_swap_teams,
)
from flextime_solver.special.round_robin.round_robin_moves import (
    partial_swap_rounds,
    swap_homes,
    swap_rounds,
    swap_teams,
)
from flextime_solver.special.round_robin.round_robin_solution import RoundRobinSolution

_SWAP_HOMES, _SWAP_ROUNDS, _SWAP_TEAMS = (
    int(Move.VENUE_CYCLE),
    int(Move.ROUNDS),
    int(Move.TEAMS),
)
_PARTIAL_SWAP_ROUNDS, _PARTIAL_SWAP_TEAMS = (
    int(Move.ROUNDS_CHAIN),
    int(Move.TEAMS_CHAIN),
)
_PARTIAL_SWAP_TEAMS_TWICE = int(Move.TEAMS_TRIP_CHAIN)
_MAX_CONSECUTIVE_FAILURES = 10
"""Draws of one kind of move that yield no move before another kind is picked.

Frozen into machine code, hence no parameter."""


@kernel
def anneal_round_robin(
    league: CompiledLeague, solution: RoundRobinSolution, state: SearchState, moves: int
) -> int:
    """Make `moves` moves and return after how many the solution is feasible.

    Parameters
    ----------
    league
        League whose rules and weights the solution is evaluated by.
    solution
        Evaluated solution that is changed in place.
    state
        Search state with the temperature in milli-points, the weight of a unit of hard
        cost and the probability of each move; it counts the moves of each kind.
    moves
        Number of moves to evaluate, accepted or not. Fewer are made if hardly any draw
        yields a move.
    """
    state.evaluated = 0
    feasible, failed, tries = 0, 0, 0
    kind = pick_move(state)
    while state.evaluated < moves and tries < 20 * moves:
        tries += 1
        if not _stage_move(solution, state, kind):
            discard(league, solution)
            failed += 1
            if failed == _MAX_CONSECUTIVE_FAILURES:
                kind, failed = pick_move(state), 0
            continue
        state.evaluated += 1
        state.proposed[kind] += 1
        allowed = -state.temperature * log(1.0 - uniform(state.random))
        if adds_at_most(league, solution, state, allowed):
            commit(league, solution)
            state.accepted[kind] += 1
            update_best(solution)
        else:
            discard(league, solution)
        kind, failed = pick_move(state), 0
        feasible += solution.total[0] == 0
    return feasible


@inner_kernel
def update_best(solution: RoundRobinSolution) -> None:
    """Copy the rounds of all games if the schedule is the best so far."""
    hard, soft = solution.total[0], solution.total[1]
    best_hard, best_soft = solution.best[0], solution.best[1]
    if hard > best_hard or (hard == best_hard and soft >= best_soft):
        return
    solution.best[0], solution.best[1] = hard, soft
    solution.improved = 1
    for home in range(solution.teams):
        for away in range(solution.teams):
            solution.best_round_of[home, away] = solution.round_of[home, away]


@inner_kernel
def _stage_move(solution: RoundRobinSolution, state: SearchState, kind: int) -> bool:
    if kind == _SWAP_HOMES:
        return swap_homes(solution, state)
    if kind == _PARTIAL_SWAP_ROUNDS:
        return partial_swap_rounds(solution, state)
    if kind == _SWAP_ROUNDS:
        return swap_rounds(solution, state)
    if kind == _SWAP_TEAMS:
        return swap_teams(solution, state)
    length = 2 if kind == _PARTIAL_SWAP_TEAMS_TWICE else 1
    if solution.rounds_per_phase < solution.rounds:
        return phased_partial_swap_teams(solution, state, length)
    return partial_swap_teams(solution, state, length)
