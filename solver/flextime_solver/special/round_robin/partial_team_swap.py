"""Partial swap of teams: two teams exchange opponents in a chain of rounds.

The neighbourhood of Anagnostopoulos, Michel, Van Hentenryck and Vergados (2006),
doi 10.1007/s10951-006-7187-8, which repairs an exchange in one round by an ejection
chain of exchanges in others.
"""

from flextime_solver.jit.kernels import inner_kernel
from flextime_solver.jit.random import below
from flextime_solver.moves.search_state import SearchState
from flextime_solver.special.round_robin.round_robin_moves import (
    exchange_with_opponent,
    is_at_home,
)
from flextime_solver.special.round_robin.round_robin_solution import (
    RoundRobinSolution,
)

MAX_CHAIN = 4
"""Longest chain of a partial swap of teams, in rounds.

Longer ones are hardly ever accepted. Frozen into machine code, hence no parameter."""
NO_CHAIN = -1


@inner_kernel
def partial_swap_teams(
    solution: RoundRobinSolution, state: SearchState, length: int
) -> bool:
    """Exchange the opponents of two teams in `length` rounds and those they require.

    A team that takes over a game has that game in another round already, which joins
    the chain until it closes (an ejection chain).
    """
    one, other = (
        below(state.random, solution.teams),
        below(state.random, solution.teams),
    )
    first = below(state.random, solution.rounds - length + 1)
    if one == other:
        return False
    state.chain_length = 0
    known = 0
    for round_ in range(first, first + length):
        known = _follow_chain(solution, state, one, other, round_, known)
        if known == NO_CHAIN:
            return False
    for place in range(state.chain_length):
        round_ = state.round_chain[place]
        third = solution.opponent[other, round_]
        exchange_with_opponent(
            solution, one, other, third, is_at_home(solution, other, round_)
        )
    return True


@inner_kernel
def _follow_chain(
    solution: RoundRobinSolution,
    state: SearchState,
    one: int,
    other: int,
    first: int,
    known: int,
) -> int:
    """Follow the chain of rounds from `first` and append it to the state's chain.

    Returns the rounds of all chains as bits, `known` included, or `NO_CHAIN`.
    """
    round_ = first
    while not (known >> round_) & 1:
        third = solution.opponent[other, round_]
        if third == one or state.chain_length == MAX_CHAIN:
            return NO_CHAIN
        known |= 1 << round_
        state.round_chain[state.chain_length] = round_
        state.chain_length += 1
        at_home = is_at_home(solution, other, round_)
        round_ = (
            solution.round_of[one, third] if at_home else solution.round_of[third, one]
        )
    return known
