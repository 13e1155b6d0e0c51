"""Moves that exchange the games of rounds: all of them, or along a Kempe chain.

Swap rounds and partial swap rounds of Anagnostopoulos, Michel, Van Hentenryck and
Vergados (2006), doi 10.1007/s10951-006-7187-8. With two rounds in a row on either
side the chain carries whole trips of two games.
"""

from flextime_solver.kernel import inner_kernel
from flextime_solver.model.compiled import NOBODY, CompiledLeague
from flextime_solver.score.board import Board
from flextime_solver.search.exchange import (
    free_to_move,
    lift,
    put_down,
    same_phase,
)
from flextime_solver.search.random import below
from flextime_solver.search.walk import Walk


@inner_kernel
def exchange_rounds(league: CompiledLeague, board: Board, walk: Walk) -> bool:
    """All teams exchange the games of two rounds."""
    first = below(walk.random, league.rounds)
    second = below(walk.random, league.rounds)
    if first == second or not same_phase(league, first, second):
        return False
    for team in range(league.teams):
        walk.chain[team] = team
    return _exchange(league, board, walk, league.teams, first, second, 1)


@inner_kernel
def exchange_chain(
    league: CompiledLeague, board: Board, walk: Walk, length: int
) -> bool:
    """Few teams exchange the games of `length` rounds with those of as many others."""
    places = league.rounds - length + 1
    if places < 1:
        return False
    first = below(walk.random, places)
    second = below(walk.random, places)
    if abs(first - second) < length:
        return False
    last = length - 1
    if not same_phase(league, min(first, second), max(first, second) + last):
        return False
    start = below(walk.random, league.teams)
    members = _close_chain(league, board, walk, start, first, second, length)
    # The rest of the teams would come to the same, but for an exchange of all.
    if 2 * members > league.teams:
        return False
    return _exchange(league, board, walk, members, first, second, length)


@inner_kernel
def _exchange(  # noqa: PLR0913, PLR0917 - a kernel takes numbers, not objects
    league: CompiledLeague,
    board: Board,
    walk: Walk,
    members: int,
    first: int,
    second: int,
    length: int,
) -> bool:
    for place in range(members):
        team = walk.chain[place]
        for step in range(length):
            if not free_to_move(league, team, first + step):
                return False
            if not free_to_move(league, team, second + step):
                return False
    for place in range(members):
        team = walk.chain[place]
        for step in range(length):
            lift(league, board, walk, team, first + step, second + step)
            lift(league, board, walk, team, second + step, first + step)
    put_down(league, board, walk)
    return True


@inner_kernel
def _close_chain(  # noqa: PLR0913, PLR0917 - a kernel takes numbers, not objects
    league: CompiledLeague,
    board: Board,
    walk: Walk,
    start: int,
    first: int,
    second: int,
    length: int,
) -> int:
    """The teams that `start` drags along; their number."""
    for team in range(league.teams):
        walk.in_chain[team] = 0
    walk.chain[0] = start
    walk.in_chain[start] = 1
    members = 1
    place = 0
    while place < members:
        team = walk.chain[place]
        for step in range(2 * length):
            round_ = first + step if step < length else second + step - length
            other = board.opponent[team, round_]
            if other != NOBODY and walk.in_chain[other] == 0:
                walk.in_chain[other] = 1
                walk.chain[members] = other
                members += 1
        place += 1
    return members
