"""Moves that need free rounds: play a missing game, drop one too many, shift one.

They fill a calendar with byes, and mend a start that lacks games.
"""

from flextime_solver.kernel import inner_kernel
from flextime_solver.model.compiled import NOBODY, CompiledLeague
from flextime_solver.score.board import Board
from flextime_solver.search.exchange import free_to_move, hold, lift, put_down
from flextime_solver.search.random import below
from flextime_solver.search.walk import Walk


@inner_kernel
def change_meeting(league: CompiledLeague, board: Board, walk: Walk) -> bool:
    """Add, drop or shift a game of a random team in a random round."""
    teams, rounds = league.teams, league.rounds
    team = below(walk.random, teams)
    round_ = below(walk.random, rounds)
    if board.opponent[team, round_] != NOBODY:
        return _drop_or_shift(league, board, walk, team, round_)
    other = below(walk.random, teams)
    if other == team or board.opponent[other, round_] != NOBODY:
        return False
    if board.meetings[team, other] >= league.pair_most[team, other]:
        return False
    if board.hosted[team, other] > board.hosted[other, team]:
        hold(walk, other, team, round_)
    else:
        hold(walk, team, other, round_)
    put_down(league, board, walk)
    return True


@inner_kernel
def _drop_or_shift(
    league: CompiledLeague, board: Board, walk: Walk, team: int, round_: int
) -> bool:
    if not free_to_move(league, team, round_):
        return False
    other = board.opponent[team, round_]
    goal = below(walk.random, league.rounds)
    both_free = (
        board.opponent[team, goal] == NOBODY and board.opponent[other, goal] == NOBODY
    )
    if both_free:
        lift(league, board, walk, team, round_, goal)
        put_down(league, board, walk)
        return True
    if board.games[team] > league.games_per_team:
        lift(league, board, walk, team, round_, goal)
        walk.held_count = 0
        return True
    return False
