"""Moves that turn games around: who is at home.

A cycle of hosts, each at home to the next, keeps everyone's number of home games
when it is turned around. Its shortest form is the two games of one pair, the swap
homes of Anagnostopoulos et al. (2006), doi 10.1007/s10951-006-7187-8; longer ones
are what balanced single meetings need (Knust and von Thaden, 2006,
doi 10.1016/j.disopt.2006.07.002).
"""

from flextime_solver.kernel import inner_kernel
from flextime_solver.model.compiled import CompiledLeague
from flextime_solver.score.board import Board
from flextime_solver.score.changes import take_game
from flextime_solver.score.round_sets import ROUND_WORDS, first_round
from flextime_solver.search.exchange import hold, put_down
from flextime_solver.search.random import below, uniform
from flextime_solver.search.walk import Walk

_LONGEST = 6
_OPEN_SHARE = 0.1
_NONE = -1


@inner_kernel
def turn_cycle(league: CompiledLeague, board: Board, walk: Walk) -> bool:
    """Turn around a random cycle of games, or the two games of one pair.

    Now and then a chain that does not close: it moves a home game to its last team.
    """
    for team in range(league.teams):
        walk.in_chain[team] = _NONE
    team = below(walk.random, league.teams)
    longest = _LONGEST
    if uniform(walk.random) < _OPEN_SHARE:
        longest = 1 + below(walk.random, 2)
    for length in range(longest):
        walk.chain[length] = team
        walk.in_chain[team] = length
        round_ = _home_game(league, board, walk, team)
        if round_ == _NONE:
            return _turn_chain(league, board, walk, 0, length)
        walk.in_round[length] = round_
        guest = board.opponent[team, round_]
        back = _return_game(league, board, guest, team)
        if back != _NONE:
            turn(league, board, walk, team, round_)
            turn(league, board, walk, guest, back)
            put_down(league, board, walk)
            return True
        if walk.in_chain[guest] != _NONE:
            return _turn_chain(league, board, walk, walk.in_chain[guest], length + 1)
        team = guest
    return longest < _LONGEST and _turn_chain(league, board, walk, 0, longest)


@inner_kernel
def _turn_chain(
    league: CompiledLeague, board: Board, walk: Walk, start: int, end: int
) -> bool:
    for place in range(start, end):
        turn(league, board, walk, walk.chain[place], walk.in_round[place])
    put_down(league, board, walk)
    return end > start


@inner_kernel
def turn(
    league: CompiledLeague, board: Board, walk: Walk, team: int, round_: int
) -> None:
    """Take a game into the hand with its sides exchanged."""
    cell = take_game(league, board, team, round_)
    teams = league.teams
    hold(walk, cell % teams, cell // teams, round_)


@inner_kernel
def _home_game(league: CompiledLeague, board: Board, walk: Walk, team: int) -> int:
    """A round in which `team` hosts a game that may be turned around."""
    rounds = league.rounds
    offset = below(walk.random, rounds)
    for step in range(offset, offset + rounds):
        round_ = step if step < rounds else step - rounds
        if board.at_home[team, round_] and not _fixed(league, team, round_):
            return round_
    return _NONE


@inner_kernel
def _return_game(league: CompiledLeague, board: Board, host: int, guest: int) -> int:
    """The round of a pair's other game, if turning one alone is against the format."""
    most = league.pair_most_at_one[host, guest]
    if board.hosted[host, guest] < most or board.hosted[guest, host] == 0:
        return _NONE
    return hosted_in(league, board, host, guest)


@inner_kernel
def hosted_in(league: CompiledLeague, board: Board, host: int, guest: int) -> int:
    """A round in which one team hosts another and the game may be turned, or -1."""
    for word in range(ROUND_WORDS):
        rounds = board.rounds_hosted[host, guest, word]
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
