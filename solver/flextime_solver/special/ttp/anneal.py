"""Simulated annealing of a travelling tournament, some thousand moves at a call."""

from math import log

from flextime_solver.jit.kernels import inlined_kernel, inner_kernel, kernel
from flextime_solver.jit.random import uniform
from flextime_solver.moves.search_state import Move, SearchState
from flextime_solver.special.ttp.change import commit, keep_best, undo
from flextime_solver.special.ttp.cost import evaluate, score_from_nothing
from flextime_solver.special.ttp.moves import (
    swap_homes,
    swap_part_of_rounds,
    swap_part_of_teams,
    swap_rounds,
    swap_teams,
)
from flextime_solver.special.ttp.tour import Tour

_HOMES, _ROUNDS, _TEAMS = int(Move.VENUE_CYCLE), int(Move.ROUNDS), int(Move.TEAMS)
_PART_OF_ROUNDS, _PART_OF_TEAMS = int(Move.ROUNDS_CHAIN), int(Move.TEAMS_CHAIN)
_SHARES = ((_HOMES, 0.2), (_PART_OF_ROUNDS, 0.4), (_ROUNDS, 0.02), (_TEAMS, 0.02))
"""How often each move is tried; the part of teams has the rest."""
_PATIENCE = 10
"""Tries of a move that comes to nothing before another one has its turn."""


@kernel
def score_tour(tour: Tour) -> None:
    """Score what is played from nothing."""
    for team in range(tour.teams):
        score_from_nothing(tour, team)
    commit(tour)
    keep_best(tour)


@kernel
def anneal_tour(tour: Tour, state: SearchState, metre: float, moves: int) -> int:
    """Make `moves` evaluated moves; how many of the tours after them were feasible.

    A metre costs `metre`, in the unit of the state's temperature and hard weight.
    """
    state.evaluated = 0
    feasible, failed = 0, 0
    kind = _pick(state)
    while state.evaluated < moves:
        if not _apply(tour, state, kind):
            failed += 1
            if failed == _PATIENCE:
                kind, failed = _pick(state), 0
            continue
        state.evaluated += 1
        state.proposed[kind] += 1
        before = _energy(tour, state, metre)
        allowed = -state.temperature * log(1.0 - uniform(state.random))
        if _evaluate_below(tour, state, metre, before + allowed):
            change = _energy(tour, state, metre) - before
            commit(tour)
            state.accepted[kind] += 1
            if change < 0:
                keep_best(tour)
        else:
            undo(tour)
        kind, failed = _pick(state), 0
        feasible += tour.total_broken == 0
    return feasible


@inner_kernel
def _evaluate_below(tour: Tour, state: SearchState, metre: float, limit: float) -> bool:
    """Settle a move; give up as soon as its energy will not come below `limit`.

    A team that is not settled yet may still lose its hard deviations and a typical
    journey: more than that no move is seen to save.
    """
    hope = 0.0
    for place in range(tour.touched_count):
        hope += _hope(tour, state, tour.touched_teams[place])
    for place in range(tour.touched_count):
        team = tour.touched_teams[place]
        hope -= _hope(tour, state, team)
        evaluate(tour, team)
        if _energy(tour, state, metre) - hope > limit:
            return False
    return True


@inlined_kernel
def _hope(tour: Tour, state: SearchState, team: int) -> float:
    return float(state.hard_weight * 0.5 * tour.saved_broken[team] + state.trip_cost)


@inner_kernel
def _energy(tour: Tour, state: SearchState, metre: float) -> float:
    return float(
        state.hard_weight * 0.5 * tour.total_broken + metre * tour.total_travel
    )


@inner_kernel
def _pick(state: SearchState) -> int:
    target = uniform(state.random)
    for kind, share in _SHARES:
        target -= share
        if target < 0:
            return kind
    return _PART_OF_TEAMS


@inner_kernel
def _apply(tour: Tour, state: SearchState, kind: int) -> bool:
    if kind == _HOMES:
        return swap_homes(tour, state)
    if kind == _PART_OF_ROUNDS:
        return swap_part_of_rounds(tour, state)
    if kind == _ROUNDS:
        return swap_rounds(tour, state)
    if kind == _TEAMS:
        return swap_teams(tour, state)
    return swap_part_of_teams(tour, state)
