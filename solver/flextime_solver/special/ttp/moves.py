"""The five moves of the travelling tournament, each on a double round robin's games.

Swap homes, swap rounds, swap teams, partial swap rounds and partial swap teams of
Anagnostopoulos, Michel, Van Hentenryck and Vergados (2006),
doi 10.1007/s10951-006-7187-8. Every game stays in the season exactly once.
"""

from flextime_solver.jit.kernels import inner_kernel
from flextime_solver.jit.random import below
from flextime_solver.moves.search_state import SearchState
from flextime_solver.special.ttp.change import is_at_home, play
from flextime_solver.special.ttp.tour import Tour


@inner_kernel
def swap_homes(tour: Tour, state: SearchState) -> bool:
    """A pair's two games exchange their venues."""
    one, other = below(state.random, tour.teams), below(state.random, tour.teams)
    if one == other:
        return False
    first, second = tour.met_in[one, other], tour.met_in[other, one]
    play(tour, one, first, other, 0)
    play(tour, one, second, other, 1)
    play(tour, other, first, one, 1)
    play(tour, other, second, one, 0)
    return True


@inner_kernel
def swap_rounds(tour: Tour, state: SearchState) -> bool:
    """All teams exchange the games of two rounds."""
    first, second = below(state.random, tour.rounds), below(state.random, tour.rounds)
    if first == second:
        return False
    for team in range(tour.teams):
        _exchange_rounds(tour, team, first, second)
    return True


@inner_kernel
def swap_part_of_rounds(tour: Tour, state: SearchState) -> bool:
    """Few teams exchange the games of two rounds: those that one drags along."""
    first, second = below(state.random, tour.rounds), below(state.random, tour.rounds)
    if first == second:
        return False
    start = below(state.random, tour.teams)
    state.chain[0] = start
    in_chain = 1 << start
    members, place = 1, 0
    while place < members:
        team = state.chain[place]
        for round_ in (first, second):
            other = tour.opponent[team, round_]
            if (in_chain >> other) & 1 == 0:
                in_chain |= 1 << other
                state.chain[members] = other
                members += 1
        place += 1
        # The rest of the teams would come to the same, but for an exchange of all.
        if 2 * members > tour.teams:
            return False
    for place in range(members):
        _exchange_rounds(tour, state.chain[place], first, second)
    return True


@inner_kernel
def swap_teams(tour: Tour, state: SearchState) -> bool:
    """Two teams take over each other's games in every round."""
    one, other = below(state.random, tour.teams), below(state.random, tour.teams)
    if one == other:
        return False
    for round_ in range(tour.rounds):
        if tour.opponent[one, round_] != other:
            _exchange_teams(tour, one, other, round_)
    return True


@inner_kernel
def swap_part_of_teams(tour: Tour, state: SearchState) -> bool:
    """Two teams exchange the games of few rounds: those that one drags along.

    Who takes a game over gives away the same one, which it has in another round.
    """
    one, other = below(state.random, tour.teams), below(state.random, tour.teams)
    start = below(state.random, tour.rounds)
    if one == other or tour.opponent[one, start] == other:
        return False
    round_, length = start, 0
    while length == 0 or round_ != start:
        if length == state.max_chain_length:
            return False
        state.round_chain[length] = round_
        length += 1
        third = tour.opponent[other, round_]
        at_home = is_at_home(tour, other, round_)
        round_ = tour.met_in[one, third] if at_home else tour.met_in[third, one]
    for place in range(length):
        _exchange_teams(tour, one, other, state.round_chain[place])
    return True


@inner_kernel
def _exchange_rounds(tour: Tour, team: int, first: int, second: int) -> None:
    opponent, at_home = tour.opponent[team, first], is_at_home(tour, team, first)
    other, other_at_home = tour.opponent[team, second], is_at_home(tour, team, second)
    play(tour, team, first, other, other_at_home)
    play(tour, team, second, opponent, at_home)


@inner_kernel
def _exchange_teams(tour: Tour, one: int, other: int, round_: int) -> None:
    third, fourth = tour.opponent[one, round_], tour.opponent[other, round_]
    at_home = is_at_home(tour, one, round_)
    other_at_home = is_at_home(tour, other, round_)
    play(tour, one, round_, fourth, other_at_home)
    play(tour, other, round_, third, at_home)
    play(tour, third, round_, other, 1 - at_home)
    play(tour, fourth, round_, one, 1 - other_at_home)
