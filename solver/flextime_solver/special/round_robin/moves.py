"""Moves of a double round robin, written down as games and the rounds they go to.

Swap homes, swap rounds, swap teams, partial swap rounds and partial swap teams of
Anagnostopoulos, Michel, Van Hentenryck and Vergados (2006),
doi 10.1007/s10951-006-7187-8. Every game stays in the season exactly once.
"""

from flextime_solver.jit.kernels import inlined_kernel, inner_kernel
from flextime_solver.jit.random import below
from flextime_solver.moves.search_state import SearchState
from flextime_solver.special.round_robin.fixtures import Fixtures

LONGEST_CHAIN = 4
"""Rounds in which two teams exchange games; longer chains are nearly never taken."""
NO_CHAIN = -1


@inlined_kernel
def send(fixtures: Fixtures, home: int, away: int, round_: int) -> None:
    """Have a game that the move has not named yet go to a round."""
    number = fixtures.moved_count
    fixtures.moved[number, 0] = home
    fixtures.moved[number, 1] = away
    fixtures.moved[number, 2] = fixtures.round_of[home, away]
    fixtures.moved[number, 3] = round_
    fixtures.new_round[home, away] = round_
    fixtures.moved_count = number + 1


@inlined_kernel
def exchange(fixtures: Fixtures, one: int, other: int, third: int, side: int) -> None:
    """Two teams' games with a third, which is host where `side` is 0, swap rounds."""
    if side:
        one_round = fixtures.round_of[one, third]
        send(fixtures, one, third, fixtures.round_of[other, third])
        send(fixtures, other, third, one_round)
    else:
        one_round = fixtures.round_of[third, one]
        send(fixtures, third, one, fixtures.round_of[third, other])
        send(fixtures, third, other, one_round)


@inlined_kernel
def hosts_in(fixtures: Fixtures, team: int, round_: int) -> int:
    """1 where a team is at home in a round, else 0."""
    return int((fixtures.home[team] >> round_) & 1)


@inner_kernel
def two_rounds(fixtures: Fixtures, state: SearchState) -> tuple[int, int]:
    """Two rounds of one part of the season; the same one twice now and then."""
    first = below(state.random, fixtures.rounds)
    in_part = fixtures.rounds_per_phase
    return first, first // in_part * in_part + below(state.random, in_part)


@inner_kernel
def swap_homes(fixtures: Fixtures, state: SearchState) -> bool:
    """A pair's two games exchange their rounds, so their venues."""
    one, other = (
        below(state.random, fixtures.teams),
        below(state.random, fixtures.teams),
    )
    if one == other:
        return False
    send(fixtures, one, other, fixtures.round_of[other, one])
    send(fixtures, other, one, fixtures.round_of[one, other])
    return True


@inner_kernel
def swap_rounds(fixtures: Fixtures, state: SearchState) -> bool:
    """All games of two rounds change places."""
    first, second = two_rounds(fixtures, state)
    if first == second:
        return False
    for team in range(fixtures.teams):
        _send_to_other(fixtures, team, first, second)
    return True


@inner_kernel
def swap_part_of_rounds(fixtures: Fixtures, state: SearchState) -> bool:
    """Few teams exchange the games of two rounds: those that one drags along."""
    first, second = two_rounds(fixtures, state)
    if first == second:
        return False
    start = below(state.random, fixtures.teams)
    state.chain[0] = start
    known = 1 << start
    members, place = 1, 0
    while place < members:
        team = state.chain[place]
        for round_ in (first, second):
            other = fixtures.opponent[team, round_]
            if not (known >> other) & 1:
                known |= 1 << other
                state.chain[members] = other
                members += 1
        place += 1
    # The rest of the teams would come to the same, but for an exchange of all.
    if 2 * members > fixtures.teams:
        return False
    for place in range(members):
        _send_to_other(fixtures, state.chain[place], first, second)
    return True


@inlined_kernel
def _send_to_other(fixtures: Fixtures, team: int, first: int, second: int) -> None:
    """Have the home games that a team has in two rounds change places."""
    if hosts_in(fixtures, team, first):
        send(fixtures, team, fixtures.opponent[team, first], second)
    if hosts_in(fixtures, team, second):
        send(fixtures, team, fixtures.opponent[team, second], first)


@inner_kernel
def swap_teams(fixtures: Fixtures, state: SearchState) -> bool:
    """Two teams take over each other's games in every round."""
    one, other = (
        below(state.random, fixtures.teams),
        below(state.random, fixtures.teams),
    )
    if one == other:
        return False
    for third in range(fixtures.teams):
        if third not in (one, other):
            exchange(fixtures, one, other, third, 0)
            exchange(fixtures, one, other, third, 1)
    return True


@inner_kernel
def swap_part_of_teams(fixtures: Fixtures, state: SearchState, length: int) -> bool:
    """Two teams exchange games of few rounds: `length` in a row, and what these drag.

    Who takes a game over gives away the same one, which it has in another round.
    """
    one, other = (
        below(state.random, fixtures.teams),
        below(state.random, fixtures.teams),
    )
    first = below(state.random, fixtures.rounds - length + 1)
    if one == other:
        return False
    state.chain_length = 0
    known = 0
    for round_ in range(first, first + length):
        known = _follow(fixtures, state, one, other, round_, known)
        if known == NO_CHAIN:
            return False
    for place in range(state.chain_length):
        round_ = state.round_chain[place]
        third = fixtures.opponent[other, round_]
        exchange(fixtures, one, other, third, hosts_in(fixtures, other, round_))
    return True


@inner_kernel
def _follow(
    fixtures: Fixtures, state: SearchState, one: int, other: int, first: int, known: int
) -> int:
    """Note the rounds that exchanging the games of one drags along.

    Returns all rounds of the chain as bits, the `known` ones among them.
    """
    round_ = first
    while not (known >> round_) & 1:
        third = fixtures.opponent[other, round_]
        if third == one or state.chain_length == LONGEST_CHAIN:
            return NO_CHAIN
        known |= 1 << round_
        state.round_chain[state.chain_length] = round_
        state.chain_length += 1
        at_home = hosts_in(fixtures, other, round_)
        round_ = (
            fixtures.round_of[one, third] if at_home else fixtures.round_of[third, one]
        )
    return known
