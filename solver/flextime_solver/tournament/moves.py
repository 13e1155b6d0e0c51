"""The five moves of the travelling tournament, each on a double round robin's games.

Swap homes, swap rounds, swap teams, partial swap rounds and partial swap teams of
Anagnostopoulos, Michel, Van Hentenryck and Vergados (2006),
doi 10.1007/s10951-006-7187-8. Every game stays in the season exactly once.
"""

from flextime_solver.kernel import inner_kernel
from flextime_solver.search.random import below
from flextime_solver.search.walk import Walk
from flextime_solver.tournament.cost import touch
from flextime_solver.tournament.tour import Tour


@inner_kernel
def swap_homes(tour: Tour, walk: Walk) -> bool:
    """A pair's two games exchange their venues."""
    one, other = below(walk.random, tour.teams), below(walk.random, tour.teams)
    if one == other:
        return False
    touch(tour, one)
    touch(tour, other)
    first, second = tour.met_in[one, other], tour.met_in[other, one]
    tour.at_home[one, first] = tour.at_home[other, second] = 0
    tour.at_home[other, first] = tour.at_home[one, second] = 1
    return True


@inner_kernel
def swap_rounds(tour: Tour, walk: Walk) -> bool:
    """All teams exchange the games of two rounds."""
    first, second = below(walk.random, tour.rounds), below(walk.random, tour.rounds)
    if first == second:
        return False
    for team in range(tour.teams):
        _exchange_rounds(tour, team, first, second)
    return True


@inner_kernel
def swap_part_of_rounds(tour: Tour, walk: Walk) -> bool:
    """Few teams exchange the games of two rounds: those that one drags along."""
    first, second = below(walk.random, tour.rounds), below(walk.random, tour.rounds)
    if first == second:
        return False
    for team in range(tour.teams):
        walk.in_chain[team] = 0
    start = below(walk.random, tour.teams)
    walk.chain[0] = start
    walk.in_chain[start] = 1
    members, place = 1, 0
    while place < members:
        team = walk.chain[place]
        for round_ in (first, second):
            other = tour.opponent[team, round_]
            if walk.in_chain[other] == 0:
                walk.in_chain[other] = 1
                walk.chain[members] = other
                members += 1
        place += 1
    # The rest of the teams would come to the same, but for an exchange of all.
    if 2 * members > tour.teams:
        return False
    for place in range(members):
        _exchange_rounds(tour, walk.chain[place], first, second)
    return True


@inner_kernel
def swap_teams(tour: Tour, walk: Walk) -> bool:
    """Two teams take over each other's games in every round."""
    one, other = below(walk.random, tour.teams), below(walk.random, tour.teams)
    if one == other:
        return False
    for round_ in range(tour.rounds):
        if tour.opponent[one, round_] != other:
            _exchange_teams(tour, one, other, round_)
    return True


@inner_kernel
def swap_part_of_teams(tour: Tour, walk: Walk) -> bool:
    """Two teams exchange the games of few rounds: those that one drags along.

    Who takes a game over gives away the same one, which it has in another round.
    """
    one, other = below(walk.random, tour.teams), below(walk.random, tour.teams)
    start = below(walk.random, tour.rounds)
    if one == other or tour.opponent[one, start] == other:
        return False
    round_, length = start, 0
    while length == 0 or round_ != start:
        if length == walk.longest_chain:
            return False
        walk.round_chain[length] = round_
        length += 1
        third = tour.opponent[other, round_]
        at_home = tour.at_home[other, round_]
        round_ = tour.met_in[one, third] if at_home else tour.met_in[third, one]
    for place in range(length):
        _exchange_teams(tour, one, other, walk.round_chain[place])
    return True


@inner_kernel
def _exchange_rounds(tour: Tour, team: int, first: int, second: int) -> None:
    touch(tour, team)
    opponent, at_home = tour.opponent[team, first], tour.at_home[team, first]
    tour.opponent[team, first] = tour.opponent[team, second]
    tour.at_home[team, first] = tour.at_home[team, second]
    tour.opponent[team, second] = opponent
    tour.at_home[team, second] = at_home


@inner_kernel
def _exchange_teams(tour: Tour, one: int, other: int, round_: int) -> None:
    third, fourth = tour.opponent[one, round_], tour.opponent[other, round_]
    touch(tour, one)
    touch(tour, other)
    touch(tour, third)
    touch(tour, fourth)
    at_home = tour.at_home[one, round_]
    tour.opponent[one, round_] = fourth
    tour.at_home[one, round_] = tour.at_home[other, round_]
    tour.opponent[other, round_] = third
    tour.at_home[other, round_] = at_home
    tour.opponent[third, round_] = other
    tour.opponent[fourth, round_] = one
