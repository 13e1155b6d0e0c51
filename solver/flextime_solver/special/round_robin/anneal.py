"""Simulated annealing of a double round robin, some thousand moves at a call."""

from math import log

from flextime_solver.instance.compiled_league import CompiledLeague
from flextime_solver.jit.kernels import inner_kernel, kernel
from flextime_solver.jit.random import uniform
from flextime_solver.moves.search_state import Move, SearchState, pick_move
from flextime_solver.special.round_robin.change import forget, make, stays_below
from flextime_solver.special.round_robin.fixtures import Fixtures
from flextime_solver.special.round_robin.moves import (
    swap_homes,
    swap_part_of_rounds,
    swap_part_of_teams,
    swap_rounds,
    swap_teams,
)
from flextime_solver.special.round_robin.phase_moves import swap_part_of_teams_in_phase

_HOMES, _ROUNDS, _TEAMS = int(Move.VENUE_CYCLE), int(Move.ROUNDS), int(Move.TEAMS)
_PART_OF_ROUNDS, _PART_OF_TEAMS = int(Move.ROUNDS_CHAIN), int(Move.TEAMS_CHAIN)
_PART_OF_TEAMS_TWICE = int(Move.TEAMS_TRIP_CHAIN)
_PATIENCE = 10
"""Tries of a move that comes to nothing before another one has its turn."""


@kernel
def anneal_fixtures(
    league: CompiledLeague, fixtures: Fixtures, state: SearchState, moves: int
) -> int:
    """Make `moves` evaluated moves; how many fixtures after them were feasible."""
    state.evaluated = 0
    feasible, failed, tries = 0, 0, 0
    kind = pick_move(state)
    while state.evaluated < moves and tries < 20 * moves:
        tries += 1
        if not _plan(fixtures, state, kind):
            forget(league, fixtures)
            failed += 1
            if failed == _PATIENCE:
                kind, failed = pick_move(state), 0
            continue
        state.evaluated += 1
        state.proposed[kind] += 1
        allowed = -state.temperature * log(1.0 - uniform(state.random))
        if stays_below(league, fixtures, state, allowed):
            make(league, fixtures)
            state.accepted[kind] += 1
            keep_best(fixtures)
        else:
            forget(league, fixtures)
        kind, failed = pick_move(state), 0
        feasible += fixtures.total[0] == 0
    return feasible


@inner_kernel
def keep_best(fixtures: Fixtures) -> None:
    """Copy the rounds of all games if they are the best so far."""
    hard, soft = fixtures.total[0], fixtures.total[1]
    best_hard, best_soft = fixtures.best[0], fixtures.best[1]
    if hard > best_hard or (hard == best_hard and soft >= best_soft):
        return
    fixtures.best[0], fixtures.best[1] = hard, soft
    fixtures.improved = 1
    for home in range(fixtures.teams):
        for away in range(fixtures.teams):
            fixtures.best_round_of[home, away] = fixtures.round_of[home, away]


@inner_kernel
def _plan(fixtures: Fixtures, state: SearchState, kind: int) -> bool:
    if kind == _HOMES:
        return swap_homes(fixtures, state)
    if kind == _PART_OF_ROUNDS:
        return swap_part_of_rounds(fixtures, state)
    if kind == _ROUNDS:
        return swap_rounds(fixtures, state)
    if kind == _TEAMS:
        return swap_teams(fixtures, state)
    length = 2 if kind == _PART_OF_TEAMS_TWICE else 1
    if fixtures.rounds_per_phase < fixtures.rounds:
        return swap_part_of_teams_in_phase(fixtures, state, length)
    return swap_part_of_teams(fixtures, state, length)
