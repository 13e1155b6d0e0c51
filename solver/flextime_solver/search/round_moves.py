"""Moves that exchange the games of rounds: all of them, or along a Kempe chain.

Swap rounds and partial swap rounds of Anagnostopoulos, Michel, Van Hentenryck and
Vergados (2006), doi 10.1007/s10951-006-7187-8. With two rounds in a row on either
side the chain carries whole trips of two games.
"""

from flextime_solver.kernel import inner_kernel
from flextime_solver.model.compiled import NOBODY, CompiledLeague
from flextime_solver.score.board import Board
from flextime_solver.search.exchange import free_to_move, lift, put_down
from flextime_solver.search.random import below
from flextime_solver.search.walk import Walk


@inner_kernel
def exchange_rounds(
    league: CompiledLeague, board: Board, walk: Walk, length: int, whole: bool
) -> bool:
    """Exchange `length` rounds with as many others, for a chain or for all teams."""
    teams, rounds = league.teams, league.rounds
    if rounds < 2 * length:
        return False
    first = below(walk.random, rounds - length + 1)
    second = below(walk.random, rounds - length + 1)
    if abs(first - second) < length:
        return False
    if whole:
        members = teams
        for team in range(teams):
            walk.chain[team] = team
    else:
        start = below(walk.random, teams)
        members = _close_chain(league, board, walk, start, first, second, length)
        if 2 * members > teams:
            return False
    for place in range(members):
        team = walk.chain[place]
        for step in range(length):
            if not (
                free_to_move(league, team, first + step)
                and free_to_move(league, team, second + step)
            ):
                return False
    for place in range(members):
        team = walk.chain[place]
        for step in range(length):
            lift(league, board, walk, team, first + step, second + step)
            lift(league, board, walk, team, second + step, first + step)
    put_down(league, board, walk)
    return True


@inner_kernel
def _close_chain(  # noqa: PLR0913 - a kernel takes numbers, not objects
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
