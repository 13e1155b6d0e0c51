"""Moves that turn games around: who is at home.

A cycle of hosts, each at home to the next, keeps everyone's number of home games
when it is turned around. Its shortest form is the two games of one pair, the swap
homes of Anagnostopoulos et al. (2006), doi 10.1007/s10951-006-7187-8; longer ones
are what balanced single meetings need (Knust and von Thaden, 2006,
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

_LONGEST = 6
_OPEN_SHARE = 0.1
_NONE = -1


@inner_kernel
def turn_cycle(league: CompiledLeague, solution: Solution, state: SearchState) -> bool:
    """Turn around a random cycle of games, or the two games of one pair.

    Now and then a chain that does not close: it moves a home game to its last team.
    """
    for team in range(league.teams):
        state.in_chain[team] = _NONE
    team = below(state.random, league.teams)
    longest = _LONGEST
    if uniform(state.random) < _OPEN_SHARE:
        longest = 1 + below(state.random, 2)
    for length in range(longest):
        state.chain[length] = team
        state.in_chain[team] = length
        round_ = _home_game(league, solution, state, team)
        if round_ == _NONE:
            return _turn_chain(league, solution, state, 0, length)
        state.in_round[length] = round_
        guest = solution.opponent[team, round_]
        back = _return_game(league, solution, guest, team)
        if back != _NONE:
            turn(league, solution, state, team, round_)
            turn(league, solution, state, guest, back)
            insert(league, solution, state)
            return True
        if state.in_chain[guest] != _NONE:
            return _turn_chain(
                league, solution, state, state.in_chain[guest], length + 1
            )
        team = guest
    return longest < _LONGEST and _turn_chain(league, solution, state, 0, longest)


@inner_kernel
def _turn_chain(
    league: CompiledLeague, solution: Solution, state: SearchState, start: int, end: int
) -> bool:
    for place in range(start, end):
        turn(league, solution, state, state.chain[place], state.in_round[place])
    insert(league, solution, state)
    return end > start


@inner_kernel
def turn(
    league: CompiledLeague,
    solution: Solution,
    state: SearchState,
    team: int,
    round_: int,
) -> None:
    """Take a game into the hand with its sides exchanged."""
    cell = remove_game(league, solution, team, round_)
    teams = league.teams
    stage(state, cell % teams, cell // teams, round_)


@inner_kernel
def _home_game(
    league: CompiledLeague, solution: Solution, state: SearchState, team: int
) -> int:
    """A round in which `team` hosts a game that may be turned around."""
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
    """The round of a pair's other game, if turning one alone is against the format."""
    most = league.pair_max_at_one[host, guest]
    if solution.hosted[host, guest] < most or solution.hosted[guest, host] == 0:
        return _NONE
    return hosted_in(league, solution, host, guest)


@inner_kernel
def hosted_in(league: CompiledLeague, solution: Solution, host: int, guest: int) -> int:
    """A round in which one team hosts another and the game may be turned, or -1."""
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
    """Whether a game stays as it is; one with only its slot locked is not turned."""
    return bool(league.slot_locked[team, round_] == 1)
