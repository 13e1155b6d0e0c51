"""The five classical moves of the travelling tournament problem.

Swap homes, swap rounds, swap teams, partial swap rounds and partial swap teams of
Anagnostopoulos, Michel, Van Hentenryck and Vergados (2006),
doi 10.1007/s10951-006-7187-8. They keep every game in the season exactly once. Each
function draws a move and stages it; it returns False, with nothing staged, if what it
drew is not a move.
"""

from flextime_solver.jit.kernels import inner_kernel
from flextime_solver.jit.random import below
from flextime_solver.moves.search_state import SearchState
from flextime_solver.special.ttp.staging import is_at_home, stage
from flextime_solver.special.ttp.ttp_solution import TtpSolution


@inner_kernel
def swap_homes(solution: TtpSolution, state: SearchState) -> bool:
    """Exchange the venues of a pair's two games."""
    one, other = (
        below(state.random, solution.teams),
        below(state.random, solution.teams),
    )
    if one == other:
        return False
    first, second = solution.round_of[one, other], solution.round_of[other, one]
    stage(solution, one, first, other, 0)
    stage(solution, one, second, other, 1)
    stage(solution, other, first, one, 1)
    stage(solution, other, second, one, 0)
    return True


@inner_kernel
def swap_rounds(solution: TtpSolution, state: SearchState) -> bool:
    """Exchange all games of two rounds."""
    first, second = (
        below(state.random, solution.rounds),
        below(state.random, solution.rounds),
    )
    if first == second:
        return False
    for team in range(solution.teams):
        _exchange_rounds(solution, team, first, second)
    return True


@inner_kernel
def partial_swap_rounds(solution: TtpSolution, state: SearchState) -> bool:
    """Exchange the games that a chain of teams has in two rounds.

    The chain is the least set with a random team whose games of the two rounds involve
    no other team.
    """
    first, second = (
        below(state.random, solution.rounds),
        below(state.random, solution.rounds),
    )
    if first == second:
        return False
    start = below(state.random, solution.teams)
    state.chain[0] = start
    in_chain = 1 << start
    members, place = 1, 0
    while place < members:
        team = state.chain[place]
        for round_ in (first, second):
            other = solution.opponent[team, round_]
            if (in_chain >> other) & 1 == 0:
                in_chain |= 1 << other
                state.chain[members] = other
                members += 1
        place += 1
        # Exchanging the other teams is the same move up to an exchange of both
        # rounds, so only the smaller part is made.
        if 2 * members > solution.teams:
            return False
    for place in range(members):
        _exchange_rounds(solution, state.chain[place], first, second)
    return True


@inner_kernel
def swap_teams(solution: TtpSolution, state: SearchState) -> bool:
    """Exchange the opponents of two teams in every round."""
    one, other = (
        below(state.random, solution.teams),
        below(state.random, solution.teams),
    )
    if one == other:
        return False
    for round_ in range(solution.rounds):
        if solution.opponent[one, round_] != other:
            _exchange_teams(solution, one, other, round_)
    return True


@inner_kernel
def partial_swap_teams(solution: TtpSolution, state: SearchState) -> bool:
    """Exchange the opponents of two teams in a chain of rounds.

    A team that takes over a game has that game in another round already, which joins
    the chain until it closes (an ejection chain). Chains longer than the state's
    `max_chain_length` are not made.
    """
    one, other = (
        below(state.random, solution.teams),
        below(state.random, solution.teams),
    )
    start = below(state.random, solution.rounds)
    if one == other or solution.opponent[one, start] == other:
        return False
    round_, length = start, 0
    while length == 0 or round_ != start:
        if length == state.max_chain_length:
            return False
        state.round_chain[length] = round_
        length += 1
        third = solution.opponent[other, round_]
        at_home = is_at_home(solution, other, round_)
        round_ = (
            solution.round_of[one, third] if at_home else solution.round_of[third, one]
        )
    for place in range(length):
        _exchange_teams(solution, one, other, state.round_chain[place])
    return True


@inner_kernel
def _exchange_rounds(solution: TtpSolution, team: int, first: int, second: int) -> None:
    opponent, at_home = (
        solution.opponent[team, first],
        is_at_home(solution, team, first),
    )
    other, other_at_home = (
        solution.opponent[team, second],
        is_at_home(solution, team, second),
    )
    stage(solution, team, first, other, other_at_home)
    stage(solution, team, second, opponent, at_home)


@inner_kernel
def _exchange_teams(solution: TtpSolution, one: int, other: int, round_: int) -> None:
    third, fourth = solution.opponent[one, round_], solution.opponent[other, round_]
    at_home = is_at_home(solution, one, round_)
    other_at_home = is_at_home(solution, other, round_)
    stage(solution, one, round_, fourth, other_at_home)
    stage(solution, other, round_, third, at_home)
    stage(solution, third, round_, other, 1 - at_home)
    stage(solution, fourth, round_, one, 1 - other_at_home)
