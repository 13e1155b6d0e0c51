"""The classical moves of a double round robin, as games and their new rounds.

Swap homes, swap rounds, swap teams and partial swap rounds of Anagnostopoulos, Michel,
Van Hentenryck and Vergados (2006), doi 10.1007/s10951-006-7187-8; `partial_team_swap`
has the fifth. They keep every game in the season exactly once. Each function draws a
move and stages it, and returns False if what it drew is not a move; the caller then
discards what has been staged.
"""

from flextime_solver.jit.kernels import inlined_kernel, inner_kernel
from flextime_solver.jit.random import below
from flextime_solver.moves.search_state import SearchState
from flextime_solver.special.round_robin.round_robin_solution import (
    RoundRobinSolution,
)


@inlined_kernel
def stage_game(solution: RoundRobinSolution, home: int, away: int, round_: int) -> None:
    """Stage the move of a game, which is not in the staged move yet, to a round."""
    number = solution.moved_game_count
    solution.moved_games[number, 0] = home
    solution.moved_games[number, 1] = away
    solution.moved_games[number, 2] = solution.round_of[home, away]
    solution.moved_games[number, 3] = round_
    solution.new_round[home, away] = round_
    solution.moved_game_count = number + 1


@inlined_kernel
def exchange_with_opponent(
    solution: RoundRobinSolution, one: int, other: int, third: int, side: int
) -> None:
    """Exchange the rounds of two teams' games with a third, the host if `side` is 0."""
    if side:
        one_round = solution.round_of[one, third]
        stage_game(solution, one, third, solution.round_of[other, third])
        stage_game(solution, other, third, one_round)
    else:
        one_round = solution.round_of[third, one]
        stage_game(solution, third, one, solution.round_of[third, other])
        stage_game(solution, third, other, one_round)


@inlined_kernel
def is_at_home(solution: RoundRobinSolution, team: int, round_: int) -> int:
    """Return 1 if a team is at home in a round, else 0."""
    return int((solution.home[team] >> round_) & 1)


@inner_kernel
def pick_two_rounds(
    solution: RoundRobinSolution, state: SearchState
) -> tuple[int, int]:
    """Draw two rounds of one phase, which may be the same one."""
    first = below(state.random, solution.rounds)
    per_phase = solution.rounds_per_phase
    return first, first // per_phase * per_phase + below(state.random, per_phase)


@inner_kernel
def swap_homes(solution: RoundRobinSolution, state: SearchState) -> bool:
    """Exchange the rounds of a pair's two games, and so their venues."""
    one, other = (
        below(state.random, solution.teams),
        below(state.random, solution.teams),
    )
    if one == other:
        return False
    stage_game(solution, one, other, solution.round_of[other, one])
    stage_game(solution, other, one, solution.round_of[one, other])
    return True


@inner_kernel
def swap_rounds(solution: RoundRobinSolution, state: SearchState) -> bool:
    """Exchange all games of two rounds."""
    first, second = pick_two_rounds(solution, state)
    if first == second:
        return False
    for team in range(solution.teams):
        _exchange_rounds(solution, team, first, second)
    return True


@inner_kernel
def partial_swap_rounds(solution: RoundRobinSolution, state: SearchState) -> bool:
    """Exchange the games that a chain of teams has in two rounds.

    The chain is the least set with a random team whose games of the two rounds involve
    no other team.
    """
    first, second = pick_two_rounds(solution, state)
    if first == second:
        return False
    start = below(state.random, solution.teams)
    state.chain[0] = start
    known = 1 << start
    members, place = 1, 0
    while place < members:
        team = state.chain[place]
        for round_ in (first, second):
            other = solution.opponent[team, round_]
            if not (known >> other) & 1:
                known |= 1 << other
                state.chain[members] = other
                members += 1
        place += 1
    # Exchanging the other teams is the same move up to an exchange of both rounds, so
    # only the smaller part is made.
    if 2 * members > solution.teams:
        return False
    for place in range(members):
        _exchange_rounds(solution, state.chain[place], first, second)
    return True


@inlined_kernel
def _exchange_rounds(
    solution: RoundRobinSolution, team: int, first: int, second: int
) -> None:
    """Stage the exchange of the home games that a team has in two rounds."""
    if is_at_home(solution, team, first):
        stage_game(solution, team, solution.opponent[team, first], second)
    if is_at_home(solution, team, second):
        stage_game(solution, team, solution.opponent[team, second], first)


@inner_kernel
def swap_teams(solution: RoundRobinSolution, state: SearchState) -> bool:
    """Exchange the opponents of two teams in every round."""
    one, other = (
        below(state.random, solution.teams),
        below(state.random, solution.teams),
    )
    if one == other:
        return False
    for third in range(solution.teams):
        if third not in (one, other):
            exchange_with_opponent(solution, one, other, third, 0)
            exchange_with_opponent(solution, one, other, third, 1)
    return True
