"""Moves that reverse the venues of games.

Reversing a directed cycle of games, each team the host of the next, preserves every
team's number of home games. The shortest cycle is the two games of one pair, SwapHomes
of Anagnostopoulos et al. (2006), doi 10.1007/s10951-006-7187-8; longer ones connect
the balanced home-away assignments of single round robins (Knust and von Thaden 2006,
doi 10.1016/j.disopt.2006.07.002).
"""

from flextime_solver.instance.compiled_league import CompiledLeague
from flextime_solver.jit.kernels import inner_kernel
from flextime_solver.jit.random import below, uniform
from flextime_solver.moves.exchange import insert, stage
from flextime_solver.moves.search_state import SearchState
from flextime_solver.solution.delta_evaluation import remove_game
from flextime_solver.solution.round_sets import ROUND_WORDS, first_round
from flextime_solver.solution.solution import Solution

# Constants and no parameters: numba freezes them into the machine code.
_MAX_CYCLE_LENGTH = 6
_PATH_PROBABILITY = 0.1
"""Probability of reversing a path of one or two games, which is not a cycle."""
_NONE = -1


@inner_kernel
def reverse_cycle(
    league: CompiledLeague, solution: Solution, state: SearchState
) -> bool:
    """Reverse a random cycle of games, or the two games of one pair.

    Sometimes a path instead, which moves a home game from its first to its last team.
    """
    for team in range(league.teams):
        state.in_chain[team] = _NONE
    team = below(state.random, league.teams)
    longest = _MAX_CYCLE_LENGTH
    if uniform(state.random) < _PATH_PROBABILITY:
        longest = 1 + below(state.random, 2)
    for length in range(longest):
        state.chain[length] = team
        state.in_chain[team] = length
        round_ = _home_game(league, solution, state, team)
        if round_ == _NONE:
            # No cycle leads through a team without a home game.
            return _reverse_path(league, solution, state, 0, length)
        state.in_round[length] = round_
        guest = solution.opponent[team, round_]
        back = _return_game(league, solution, guest, team)
        if back != _NONE:
            # The two games of the pair are a cycle by themselves.
            reverse_game(league, solution, state, team, round_)
            reverse_game(league, solution, state, guest, back)
            insert(league, solution, state)
            return True
        if state.in_chain[guest] != _NONE:
            # The cycle closes; the path that led to it stays as it is.
            return _reverse_path(
                league, solution, state, state.in_chain[guest], length + 1
            )
        team = guest
    return longest < _MAX_CYCLE_LENGTH and _reverse_path(
        league, solution, state, 0, longest
    )


@inner_kernel
def _reverse_path(
    league: CompiledLeague, solution: Solution, state: SearchState, start: int, end: int
) -> bool:
    """Reverse the games of a part of `state.chain`; return whether there are any."""
    for place in range(start, end):
        reverse_game(league, solution, state, state.chain[place], state.in_round[place])
    insert(league, solution, state)
    return end > start


@inner_kernel
def reverse_game(
    league: CompiledLeague,
    solution: Solution,
    state: SearchState,
    team: int,
    round_: int,
) -> None:
    """Remove a game and stage it for the same round with its venue reversed."""
    cell = remove_game(league, solution, team, round_)
    teams = league.teams
    stage(state, cell % teams, cell // teams, round_)


@inner_kernel
def _home_game(
    league: CompiledLeague, solution: Solution, state: SearchState, team: int
) -> int:
    """Return a random round in which `team` hosts a movable game, or -1."""
    rounds = league.rounds
    offset = below(state.random, rounds)
    for step in range(offset, offset + rounds):
        round_ = step if step < rounds else step - rounds
        if solution.at_home[team, round_] and not _fixed(league, team, round_):
            return round_
    return _NONE


@inner_kernel
def _return_game(
    league: CompiledLeague, solution: Solution, host: int, guest: int
) -> int:
    """Return the round of the game at the other venue if it must be reversed too.

    Must, because the pair would otherwise play at one venue more often than the format
    allows; -1 if it need not, or if there is no movable game.
    """
    max_hosted = league.pair_max_at_one[host, guest]
    if solution.hosted[host, guest] < max_hosted or solution.hosted[guest, host] == 0:
        return _NONE
    return find_hosted_round(league, solution, host, guest)


@inner_kernel
def find_hosted_round(
    league: CompiledLeague, solution: Solution, host: int, guest: int
) -> int:
    """Return a round in which one team hosts another in a movable game, or -1."""
    for word in range(ROUND_WORDS):
        rounds = solution.rounds_hosted[host, guest, word]
        while rounds != 0:
            round_ = first_round(word, rounds)
            if not _fixed(league, host, round_):
                return round_
            rounds &= rounds - 1
    return _NONE


@inner_kernel
def _fixed(league: CompiledLeague, team: int, round_: int) -> bool:
    """Return whether a game is locked, be it only its slot."""
    return bool(league.slot_locked[team, round_] == 1)
