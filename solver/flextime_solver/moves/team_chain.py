"""Chain of a partial team swap in a league whose pairs may meet any number of times.

The chain is planned on the bit sets of the two teams' meetings before any game is
touched: most chains do not close, and a plan costs a hundredth of carrying one out.
"""

from flextime_solver.instance.compiled_league import NO_OPPONENT, CompiledLeague
from flextime_solver.jit.kernels import inlined_kernel, inner_kernel
from flextime_solver.jit.random import below
from flextime_solver.moves.exchange import is_movable
from flextime_solver.moves.search_state import SearchState
from flextime_solver.solution.round_sets import (
    ROUND_WORDS,
    bit_of,
    next_round,
    word_of,
)
from flextime_solver.solution.solution import Solution

_NONE = -1
_HOSTS, _VISITS = 0, 1
_BOTH = 2


@inner_kernel
def can_swap(
    league: CompiledLeague, solution: Solution, one: int, other: int, round_: int
) -> bool:
    """Return whether two teams' games in a round are not locked, or are one game."""
    if solution.opponent[one, round_] == other:
        return True
    return is_movable(league, one, round_) and is_movable(league, other, round_)


@inner_kernel
def plan_chain(  # noqa: PLR0913, PLR0917 - a kernel takes numbers, not objects
    league: CompiledLeague,
    solution: Solution,
    state: SearchState,
    one: int,
    other: int,
    first: int,
    length: int,
) -> bool:
    """Plan the swap of two teams' games in `length` rounds and where it leads.

    `state.round_chain` has the rounds.

    Returns
    -------
    Whether the chain closes within `state.max_chain_length` rounds.
    """
    state.chain_length = 0
    state.planned[:] = 0
    state.pending[:] = 0
    state.meeting_changes[:] = 0
    for step in range(length):
        if not _add(league, solution, state, one, other, first + step):
            return False
    while True:
        round_ = _pending_round(league, state)
        if round_ == _NONE:
            return True
        if state.chain_length == state.max_chain_length:
            return False
        if not _add(league, solution, state, one, other, round_):
            return False


@inner_kernel
def _add(
    league: CompiledLeague,
    solution: Solution,
    state: SearchState,
    one: int,
    other: int,
    round_: int,
) -> bool:
    """Add a round to the chain."""
    if solution.opponent[one, round_] == other:
        return False
    if not can_swap(league, solution, one, other, round_):
        return False
    state.planned[word_of(round_)] |= bit_of(round_)
    state.round_chain[state.chain_length] = round_
    state.chain_length += 1
    thirds = solution.opponent[one, round_], solution.opponent[other, round_]
    for turn in range(2):
        if thirds[turn] != NO_OPPONENT:
            team = one if turn == 0 else other
            side = _HOSTS if solution.at_home[team, round_] else _VISITS
            state.meeting_changes[turn, side, thirds[turn]] -= 1
            state.meeting_changes[1 - turn, side, thirds[turn]] += 1
    # Only meetings of the two teams with these third teams have changed.
    for third in thirds:
        if third != NO_OPPONENT:
            _update_pending(league, solution, state, 0, one, other, third)
            _update_pending(league, solution, state, 1, other, one, third)
    return True


@inlined_kernel
def _update_pending(  # noqa: PLR0913, PLR0917 - a kernel takes numbers, not objects
    league: CompiledLeague,
    solution: Solution,
    state: SearchState,
    turn: int,
    team: int,
    partner: int,
    third: int,
) -> None:
    """Find the rounds in which `team` must swap its game against a third team.

    All of their games if the pair meets too often, or if the partner then meets it too
    seldom; those at one venue if there are too many there.
    """
    changes = state.meeting_changes
    hosts = solution.hosted[team, third] + changes[turn, _HOSTS, third]
    visits = solution.hosted[third, team] + changes[turn, _VISITS, third]
    of_partner = changes[1 - turn, _HOSTS, third] + changes[1 - turn, _VISITS, third]
    too_often = hosts + visits > league.pair_max[team, third]
    missed = (
        solution.meetings[partner, third] + of_partner < league.pair_min[partner, third]
    )
    max_at_one = league.pair_max_at_one[team, third]
    at_home = too_often or missed or hosts > max_at_one
    away = too_often or missed or visits > max_at_one
    for word in range(word_of(league.rounds - 1) + 1):
        hosting = solution.rounds_hosted[team, third, word]
        visiting = solution.rounds_hosted[third, team, word]
        # Rounds that are pending because of other third teams stay so.
        others = state.pending[turn, word] & ~(hosting | visiting)
        these = (hosting if at_home else 0) | (visiting if away else 0)
        state.pending[turn, word] = others | (these & ~state.planned[word])


@inner_kernel
def _pending_round(league: CompiledLeague, state: SearchState) -> int:
    """Return a random pending round, or -1 if the chain is closed."""
    for word in range(ROUND_WORDS):
        state.pending[_BOTH, word] = state.pending[0, word] | state.pending[1, word]
    return next_round(state.pending[_BOTH], below(state.random, league.rounds))
