"""Chain of a partial team swap in a league where each game is played exactly once.

The partial swap of teams of Anagnostopoulos, Michel, Van Hentenryck and Vergados
(2006), doi 10.1007/s10951-006-7187-8. A team that takes a game over has to give away
the same game where it played it, so each round determines the next one.
"""

from flextime_solver.instance.compiled_league import NO_OPPONENT, CompiledLeague
from flextime_solver.jit.kernels import inner_kernel
from flextime_solver.moves.search_state import SearchState
from flextime_solver.moves.team_chain import can_swap
from flextime_solver.solution.round_sets import next_round
from flextime_solver.solution.solution import Solution

_NONE = -1
GAME_MISSING = -1
"""Chain length if a team has a bye or a needed game is not in the solution."""


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
    """Plan the swap of two teams' games in `length` rounds and where it leads.

    `state.round_chain` has the rounds. `state.chain_length` is `GAME_MISSING` if the
    chain cannot be followed.

    Returns
    -------
    Whether the chain closes within `state.max_chain_length` rounds.
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
    """Add the rounds in which games must be swapped because they are in `first`."""
    round_ = first
    while state.in_round[round_] == 0:
        third = solution.opponent[other, round_]
        if third == NO_OPPONENT or solution.opponent[one, round_] == NO_OPPONENT:
            state.chain_length = GAME_MISSING
            return False
        if third == one or not can_swap(league, solution, one, other, round_):
            return False
        if state.chain_length == state.max_chain_length:
            return False
        state.in_round[round_] = 1
        state.round_chain[state.chain_length] = round_
        state.chain_length += 1
        if solution.at_home[other, round_]:
            round_ = next_round(solution.rounds_hosted[one, third], 0)
        else:
            round_ = next_round(solution.rounds_hosted[third, one], 0)
        if round_ == _NONE:
            state.chain_length = GAME_MISSING
            return False
    return True
