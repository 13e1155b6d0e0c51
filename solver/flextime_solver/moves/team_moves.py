"""Swaps of the games of two teams: all of them, or those along a chain of rounds.

SwapTeams and PartialSwapTeams of Anagnostopoulos, Michel, Van Hentenryck and Vergados
(2006), doi 10.1007/s10951-006-7187-8. The chain restores the numbers of meetings that
the format requires. In a partial round robin it often ends after one round, which
changes the pairs that meet twice.
"""

from flextime_solver.instance.compiled_league import CompiledLeague
from flextime_solver.jit.kernels import inner_kernel
from flextime_solver.jit.random import below
from flextime_solver.moves.exchange import insert, stage_swap
from flextime_solver.moves.game_chain import GAME_MISSING, plan_game_chain
from flextime_solver.moves.phase_chain import (
    PHASE_INCOMPLETE,
    partial_swap_teams_in_phase,
)
from flextime_solver.moves.search_state import SearchState
from flextime_solver.moves.team_chain import can_swap, plan_chain
from flextime_solver.solution.solution import Solution


@inner_kernel
def swap_teams(league: CompiledLeague, solution: Solution, state: SearchState) -> bool:
    """Swap all games of two random teams."""
    teams, rounds = league.teams, league.rounds
    one = below(state.random, teams)
    other = below(state.random, teams)
    if one == other:
        return False
    for round_ in range(rounds):
        if not can_swap(league, solution, one, other, round_):
            return False
    for round_ in range(rounds):
        stage_swap(league, solution, state, one, other, round_)
    insert(league, solution, state)
    return True


@inner_kernel
def partial_swap_teams(
    league: CompiledLeague, solution: Solution, state: SearchState, length: int
) -> bool:
    """Swap two random teams' games in `length` random rounds and along the chain."""
    teams, rounds = league.teams, league.rounds
    one = below(state.random, teams)
    other = below(state.random, teams)
    if one == other or rounds < length:
        return False
    first = below(state.random, rounds - length + 1)
    if league.phases > 0:
        if partial_swap_teams_in_phase(
            league, solution, state, one, other, first, length
        ):
            return True
        if state.chain_length != PHASE_INCOMPLETE:
            return False
    if not _plan(league, solution, state, one, other, first, length):
        return False
    for number in range(state.chain_length):
        stage_swap(league, solution, state, one, other, state.round_chain[number])
    insert(league, solution, state)
    return True


@inner_kernel
def _plan(  # noqa: PLR0913, PLR0917 - a kernel takes numbers, not objects
    league: CompiledLeague,
    solution: Solution,
    state: SearchState,
    one: int,
    other: int,
    first: int,
    length: int,
) -> bool:
    """Plan the chain in `state.round_chain`; return whether it closes."""
    if league.every_game_once:
        if plan_game_chain(league, solution, state, one, other, first, length):
            return True
        if state.chain_length != GAME_MISSING:
            return False
    return plan_chain(league, solution, state, one, other, first, length)
