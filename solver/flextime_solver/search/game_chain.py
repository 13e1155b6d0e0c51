"""In which rounds two teams exchange games where each game is played exactly once.

The partial swap of teams of Anagnostopoulos, Michel, Van Hentenryck and Vergados
(2006), doi 10.1007/s10951-006-7187-8: who takes a game over passes the same one on,
so each round decides which one follows, and a plan costs a few looks at the board.
"""

from flextime_solver.kernel import inner_kernel
from flextime_solver.model.compiled import NOBODY, CompiledLeague
from flextime_solver.score.board import Board
from flextime_solver.score.round_sets import next_round
from flextime_solver.search.team_chain import can_swap
from flextime_solver.search.walk import Walk

_NONE = -1
GAME_IS_MISSING = -1
"""Length of a chain that cannot be followed: a team rests, or a game is not played."""


@inner_kernel
def plan_game_chain(  # noqa: PLR0913, PLR0917 - a kernel takes numbers, not objects
    league: CompiledLeague,
    board: Board,
    walk: Walk,
    one: int,
    other: int,
    first: int,
    length: int,
) -> bool:
    """Whether chains from `length` rounds on close; `walk.round_chain` has them.

    Where the board lacks a game that is needed, `walk.chain_length` says so.
    """
    for round_ in range(league.rounds):
        walk.in_round[round_] = 0
    walk.chain_length = 0
    for step in range(length):
        if not _follow(league, board, walk, one, other, first + step):
            return False
    return True


@inner_kernel
def _follow(
    league: CompiledLeague, board: Board, walk: Walk, one: int, other: int, first: int
) -> bool:
    """Plan the rounds that exchanging the games of one drags along."""
    round_ = first
    while walk.in_round[round_] == 0:
        third = board.opponent[other, round_]
        if third == NOBODY or board.opponent[one, round_] == NOBODY:
            walk.chain_length = GAME_IS_MISSING
            return False
        if third == one or not can_swap(league, board, one, other, round_):
            return False
        if walk.chain_length == walk.longest_chain:
            return False
        walk.in_round[round_] = 1
        walk.round_chain[walk.chain_length] = round_
        walk.chain_length += 1
        if board.at_home[other, round_]:
            round_ = next_round(board.rounds_hosted[one, third], 0)
        else:
            round_ = next_round(board.rounds_hosted[third, one], 0)
        if round_ == _NONE:
            walk.chain_length = GAME_IS_MISSING
            return False
    return True
