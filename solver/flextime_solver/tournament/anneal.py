"""Simulated annealing of a travelling tournament, some thousand moves at a call."""

from math import log

from flextime_solver.kernel import inlined_kernel, inner_kernel, kernel
from flextime_solver.search.random import uniform
from flextime_solver.search.walk import Move, Walk
from flextime_solver.tournament.change import commit, keep_best, undo
from flextime_solver.tournament.cost import score_from_nothing, settle
from flextime_solver.tournament.moves import (
    swap_homes,
    swap_part_of_rounds,
    swap_part_of_teams,
    swap_rounds,
    swap_teams,
)
from flextime_solver.tournament.tour import Tour

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
def anneal_tour(tour: Tour, walk: Walk, metre: float, moves: int) -> int:
    """Make `moves` evaluated moves; how many of the tours after them were feasible.

    A metre costs `metre`, in the unit of the walk's temperature and hard weight.
    """
    walk.evaluated = 0
    feasible, failed = 0, 0
    kind = _pick(walk)
    while walk.evaluated < moves:
        if not _apply(tour, walk, kind):
            failed += 1
            if failed == _PATIENCE:
                kind, failed = _pick(walk), 0
            continue
        walk.evaluated += 1
        walk.tried[kind] += 1
        before = _energy(tour, walk, metre)
        allowed = -walk.temperature * log(1.0 - uniform(walk.random))
        if _settle_below(tour, walk, metre, before + allowed):
            change = _energy(tour, walk, metre) - before
            commit(tour)
            walk.accepted[kind] += 1
            if change < 0:
                keep_best(tour)
        else:
            undo(tour)
        kind, failed = _pick(walk), 0
        feasible += tour.total_broken == 0
    return feasible


@inner_kernel
def _settle_below(tour: Tour, walk: Walk, metre: float, limit: float) -> bool:
    """Settle a move; give up as soon as its energy will not come below `limit`.

    A team that is not settled yet may still lose its hard deviations and a typical
    journey: more than that no move is seen to save.
    """
    hope = 0.0
    for place in range(tour.touched_count):
        hope += _hope(tour, walk, tour.touched_teams[place])
    for place in range(tour.touched_count):
        team = tour.touched_teams[place]
        hope -= _hope(tour, walk, team)
        settle(tour, team)
        if _energy(tour, walk, metre) - hope > limit:
            return False
    return True


@inlined_kernel
def _hope(tour: Tour, walk: Walk, team: int) -> float:
    return float(walk.hard_weight * 0.5 * tour.saved_broken[team] + walk.journey)


@inner_kernel
def _energy(tour: Tour, walk: Walk, metre: float) -> float:
    return float(walk.hard_weight * 0.5 * tour.total_broken + metre * tour.total_travel)


@inner_kernel
def _pick(walk: Walk) -> int:
    target = uniform(walk.random)
    for kind, share in _SHARES:
        target -= share
        if target < 0:
            return kind
    return _PART_OF_TEAMS


@inner_kernel
def _apply(tour: Tour, walk: Walk, kind: int) -> bool:
    if kind == _HOMES:
        return swap_homes(tour, walk)
    if kind == _PART_OF_ROUNDS:
        return swap_part_of_rounds(tour, walk)
    if kind == _ROUNDS:
        return swap_rounds(tour, walk)
    if kind == _TEAMS:
        return swap_teams(tour, walk)
    return swap_part_of_teams(tour, walk)
