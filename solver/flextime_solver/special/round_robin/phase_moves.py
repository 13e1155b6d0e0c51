"""Two teams exchange opponents in one part of a season in parts.

The partial swap of teams for phased seasons of Rosati, Petris, Di Gaspero and Schaerf
(2022), doi 10.1007/s10951-022-00740-y: the chain closes within the part. Where the two
meet a third team at different venues, games keep their venues, or rounds keep their
sides and the pairs' games in the other part are turned around.
"""

from flextime_solver.jit.kernels import inner_kernel
from flextime_solver.jit.random import below
from flextime_solver.moves.search_state import SearchState
from flextime_solver.special.round_robin.fixtures import Fixtures
from flextime_solver.special.round_robin.moves import (
    LONGEST_CHAIN,
    NO_CHAIN,
    hosts_in,
    send,
)


@inner_kernel
def swap_part_of_teams_in_phase(
    fixtures: Fixtures, state: SearchState, length: int
) -> bool:
    """Two teams exchange opponents of `length` rounds, and what these drag along."""
    one, other = (
        below(state.random, fixtures.teams),
        below(state.random, fixtures.teams),
    )
    in_part = fixtures.rounds_per_phase
    start = below(state.random, fixtures.rounds) // in_part * in_part
    first = start + below(state.random, in_part - length + 1)
    if one == other:
        return False
    state.chain_length = 0
    known = 0
    for round_ in range(first, first + length):
        known = _follow(fixtures, state, one, other, round_, known)
        if known == NO_CHAIN:
            return False
    keeps_sides = below(state.random, 2)
    for place in range(state.chain_length):
        _exchange(fixtures, one, other, state.round_chain[place], keeps_sides)
    return True


@inner_kernel
def _follow(
    fixtures: Fixtures, state: SearchState, one: int, other: int, first: int, known: int
) -> int:
    """Note the rounds that exchanging the opponents of one drags along."""
    round_ = first
    while not (known >> round_) & 1:
        third = fixtures.opponent[other, round_]
        if third == one or state.chain_length == LONGEST_CHAIN:
            return NO_CHAIN
        known |= 1 << round_
        state.round_chain[state.chain_length] = round_
        state.chain_length += 1
        round_ = _meeting(fixtures, one, third, round_)
    return known


@inner_kernel
def _meeting(fixtures: Fixtures, team: int, third: int, round_: int) -> int:
    """The round in which two teams meet in the part of a round."""
    in_part = fixtures.rounds_per_phase
    hosted = fixtures.round_of[team, third]
    if hosted // in_part == round_ // in_part:
        return int(hosted)
    return int(fixtures.round_of[third, team])


@inner_kernel
def _exchange(
    fixtures: Fixtures, one: int, other: int, round_: int, keeps_sides: int
) -> None:
    """The opponent of `other` in a round comes to meet `one` in it.

    It stays at its side where `keeps_sides` is 1; else games keep their venues.
    """
    third = fixtures.opponent[other, round_]
    one_round = _meeting(fixtures, one, third, round_)
    one_hosts = hosts_in(fixtures, one, one_round)
    other_hosts = hosts_in(fixtures, other, round_)
    if one_hosts == other_hosts or not keeps_sides:
        _send(fixtures, one, third, one_hosts, round_)
        _send(fixtures, other, third, other_hosts, one_round)
        return
    one_back = _round_of(fixtures, one, third, other_hosts)
    other_back = _round_of(fixtures, other, third, one_hosts)
    _send(fixtures, one, third, other_hosts, round_)
    _send(fixtures, one, third, one_hosts, one_back)
    _send(fixtures, other, third, one_hosts, one_round)
    _send(fixtures, other, third, other_hosts, other_back)


@inner_kernel
def _send(fixtures: Fixtures, team: int, third: int, hosts: int, round_: int) -> None:
    if hosts:
        send(fixtures, team, third, round_)
    else:
        send(fixtures, third, team, round_)


@inner_kernel
def _round_of(fixtures: Fixtures, team: int, third: int, hosts: int) -> int:
    if hosts:
        return int(fixtures.round_of[team, third])
    return int(fixtures.round_of[third, team])
