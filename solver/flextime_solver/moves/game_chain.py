"""In which rounds two teams exchange games where each game is played exactly once.

The partial swap of teams of Anagnostopoulos, Michel, Van Hentenryck and Vergados
(2006), doi 10.1007/s10951-006-7187-8: who takes a game over passes the same one on,
so each round decides which one follows, and a plan costs a few looks at the solution.
"""

from flextime_solver.instance.compiled_league import NO_OPPONENT, CompiledLeague
from flextime_solver.jit.kernels import inner_kernel
from flextime_solver.moves.search_state import SearchState
from flextime_solver.moves.team_chain import can_swap
from flextime_solver.solution.round_sets import next_round
from flextime_solver.solution.solution import Solution

_NONE = -1
GAME_IS_MISSING = -1
"""Length of a chain that cannot be followed: a team rests, or a game is not played."""


@inner_kernel
def plan_game_chain(  # noqa: PLR0913, PLR0917 - a kernel takes numbers, not objects
    league: CompiledLeague,
    solution: Solution,
    state: SearchState,
    one: int,
    other: int,
    first: int,
    length: int,
) -> bool:
    """Whether chains from `length` rounds on close; `state.round_chain` has them.

    Where the solution lacks a game that is needed, `state.chain_length` says so.
    """
    for round_ in range(league.rounds):
        state.in_round[round_] = 0
    state.chain_length = 0
    for step in range(length):
        if not _follow(league, solution, state, one, other, first + step):
            return False
    return True


@inner_kernel
def _follow(
    league: CompiledLeague,
    solution: Solution,
    state: SearchState,
    one: int,
    other: int,
    first: int,
) -> bool:
    """Plan the rounds that exchanging the games of one drags along."""
    round_ = first
    while state.in_round[round_] == 0:
        third = solution.opponent[other, round_]
        if third == NO_OPPONENT or solution.opponent[one, round_] == NO_OPPONENT:
            state.chain_length = GAME_IS_MISSING
            return False
        if third == one or not can_swap(league, solution, one, other, round_):
            return False
        if state.chain_length == state.longest_chain:
            return False
        state.in_round[round_] = 1
        state.round_chain[state.chain_length] = round_
        state.chain_length += 1
        if solution.at_home[other, round_]:
            round_ = next_round(solution.rounds_hosted[one, third], 0)
        else:
            round_ = next_round(solution.rounds_hosted[third, one], 0)
        if round_ == _NONE:
            state.chain_length = GAME_IS_MISSING
            return False
    return True
