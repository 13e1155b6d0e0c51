"""Simulated annealing of a travelling tournament.

Hard constraints may be violated at a penalty. A move is evaluated team by team, and
given up as soon as a bound shows that it will be rejected.
"""

from math import log

from flextime_solver.jit.kernels import inlined_kernel, inner_kernel, kernel
from flextime_solver.jit.random import uniform
from flextime_solver.moves.search_state import Move, SearchState
from flextime_solver.special.ttp.delta_evaluation import evaluate_team
from flextime_solver.special.ttp.staging import commit, rollback, update_best
from flextime_solver.special.ttp.ttp_moves import (
    partial_swap_rounds,
    partial_swap_teams,
    swap_homes,
    swap_rounds,
    swap_teams,
)
from flextime_solver.special.ttp.ttp_solution import TtpSolution

_SWAP_HOMES, _SWAP_ROUNDS, _SWAP_TEAMS = (
    int(Move.VENUE_CYCLE),
    int(Move.ROUNDS),
    int(Move.TEAMS),
)
_PARTIAL_SWAP_ROUNDS, _PARTIAL_SWAP_TEAMS = (
    int(Move.ROUNDS_CHAIN),
    int(Move.TEAMS_CHAIN),
)
_MOVE_PROBABILITIES = (
    (_SWAP_HOMES, 0.2),
    (_PARTIAL_SWAP_ROUNDS, 0.4),
    (_SWAP_ROUNDS, 0.02),
    (_SWAP_TEAMS, 0.02),
)
"""Probability of each move; partial swap teams has the rest.

Frozen into machine code, hence no parameters."""
_MAX_CONSECUTIVE_FAILURES = 10
"""Draws of one kind of move that yield no move before another kind is picked.

Frozen into machine code too."""


@kernel
def anneal_ttp(
    solution: TtpSolution, state: SearchState, milli_points_per_m: float, moves: int
) -> int:
    """Make `moves` moves and return after how many the solution is feasible.

    Parameters
    ----------
    solution
        Schedule that is changed in place.
    state
        Search state with the temperature and the penalty of a hard deviation
        (`hard_weight`), both in milli-points; it counts the moves of each kind.
    milli_points_per_m
        Cost of a metre.
    moves
        Number of moves to evaluate, accepted or not.
    """
    state.evaluated = 0
    feasible, failed = 0, 0
    kind = _pick_move(state)
    while state.evaluated < moves:
        if not _stage_move(solution, state, kind):
            failed += 1
            if failed == _MAX_CONSECUTIVE_FAILURES:
                kind, failed = _pick_move(state), 0
            continue
        state.evaluated += 1
        state.proposed[kind] += 1
        before = _energy(solution, state, milli_points_per_m)
        allowed = -state.temperature * log(1.0 - uniform(state.random))
        if _evaluate_below(solution, state, milli_points_per_m, before + allowed):
            change = _energy(solution, state, milli_points_per_m) - before
            commit(solution)
            state.accepted[kind] += 1
            if change < 0:
                update_best(solution)
        else:
            rollback(solution)
        kind, failed = _pick_move(state), 0
        feasible += solution.total_violation == 0
    return feasible


@inner_kernel
def _evaluate_below(
    solution: TtpSolution, state: SearchState, milli_points_per_m: float, limit: float
) -> bool:
    """Evaluate the staged move; return False once its energy must exceed `limit`.

    The optimistic bound of a team that is not evaluated yet is its present hard
    violation and a mean trip. Hardly any move saves more, so this heuristic bound
    rejects few moves that a complete evaluation would accept.
    """
    savings = 0.0
    for place in range(solution.touched_team_count):
        savings += _max_savings(solution, state, solution.touched_teams[place])
    for place in range(solution.touched_team_count):
        team = solution.touched_teams[place]
        savings -= _max_savings(solution, state, team)
        evaluate_team(solution, team)
        if _energy(solution, state, milli_points_per_m) - savings > limit:
            return False
    return True


@inlined_kernel
def _max_savings(solution: TtpSolution, state: SearchState, team: int) -> float:
    return float(
        state.hard_weight * 0.5 * solution.saved_violation[team] + state.trip_cost
    )


@inner_kernel
def _energy(
    solution: TtpSolution, state: SearchState, milli_points_per_m: float
) -> float:
    return float(
        state.hard_weight * 0.5 * solution.total_violation
        + milli_points_per_m * solution.total_travel
    )


@inner_kernel
def _pick_move(state: SearchState) -> int:
    target = uniform(state.random)
    for kind, probability in _MOVE_PROBABILITIES:
        target -= probability
        if target < 0:
            return kind
    return _PARTIAL_SWAP_TEAMS


@inner_kernel
def _stage_move(solution: TtpSolution, state: SearchState, kind: int) -> bool:
    if kind == _SWAP_HOMES:
        return swap_homes(solution, state)
    if kind == _PARTIAL_SWAP_ROUNDS:
        return partial_swap_rounds(solution, state)
    if kind == _SWAP_ROUNDS:
        return swap_rounds(solution, state)
    if kind == _SWAP_TEAMS:
        return swap_teams(solution, state)
    return partial_swap_teams(solution, state)
