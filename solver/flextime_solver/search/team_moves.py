"""Moves that exchange the games of two teams: all of them, or along a chain.

Swap teams and partial swap teams of Anagnostopoulos, Michel, Van Hentenryck and
Vergados (2006), doi 10.1007/s10951-006-7187-8. The chain repairs how often pairs
meet as the league's format has it, so in a partial round robin it often ends after
one round: that changes who plays twice.
"""

from flextime_solver.kernel import inner_kernel
from flextime_solver.model.compiled import CompiledLeague
from flextime_solver.score.board import Board
from flextime_solver.search.exchange import put_down, swap
from flextime_solver.search.game_chain import GAME_IS_MISSING, plan_game_chain
from flextime_solver.search.phase_chain import PART_IS_BROKEN, exchange_teams_in_phase
from flextime_solver.search.random import below
from flextime_solver.search.team_chain import can_swap, plan_chain
from flextime_solver.search.walk import Walk


@inner_kernel
def exchange_teams(league: CompiledLeague, board: Board, walk: Walk) -> bool:
    """Two teams take over each other's games in every round."""
    teams, rounds = league.teams, league.rounds
    one = below(walk.random, teams)
    other = below(walk.random, teams)
    if one == other:
        return False
    for round_ in range(rounds):
        if not can_swap(league, board, one, other, round_):
            return False
    for round_ in range(rounds):
        swap(league, board, walk, one, other, round_)
    put_down(league, board, walk)
    return True


@inner_kernel
def exchange_teams_in_part(
    league: CompiledLeague, board: Board, walk: Walk, length: int
) -> bool:
    """Two teams take over each other's games in `length` rounds, then what follows."""
    teams, rounds = league.teams, league.rounds
    one = below(walk.random, teams)
    other = below(walk.random, teams)
    if one == other or rounds < length:
        return False
    first = below(walk.random, rounds - length + 1)
    if league.phases > 0:
        if exchange_teams_in_phase(league, board, walk, one, other, first, length):
            return True
        if walk.chain_length != PART_IS_BROKEN:
            return False
    if not _plan(league, board, walk, one, other, first, length):
        return False
    for number in range(walk.chain_length):
        swap(league, board, walk, one, other, walk.round_chain[number])
    put_down(league, board, walk)
    return True


@inner_kernel
def _plan(  # noqa: PLR0913, PLR0917 - a kernel takes numbers, not objects
    league: CompiledLeague,
    board: Board,
    walk: Walk,
    one: int,
    other: int,
    first: int,
    length: int,
) -> bool:
    """Whether a chain closes; `walk.round_chain` has it."""
    if league.every_game_once:
        if plan_game_chain(league, board, walk, one, other, first, length):
            return True
        if walk.chain_length != GAME_IS_MISSING:
            return False
    return plan_chain(league, board, walk, one, other, first, length)
