"""Lifting games off a board and putting them down elsewhere: what moves are made of."""

from flextime_solver.kernel import inner_kernel
from flextime_solver.model.compiled import NOBODY, CompiledLeague
from flextime_solver.score.board import Board
from flextime_solver.score.changes import take_game
from flextime_solver.search.dates import join_trips, place_in_round
from flextime_solver.search.walk import Walk


@inner_kernel
def lift(
    league: CompiledLeague, board: Board, walk: Walk, team: int, round_: int, goal: int
) -> None:
    """Take a team's game, if it has one, into the hand, for round `goal`."""
    if board.opponent[team, round_] == NOBODY:
        return
    cell = take_game(league, board, team, round_)
    teams = league.teams
    hold(walk, cell // teams, cell % teams, goal)


@inner_kernel
def hold(walk: Walk, home: int, away: int, goal: int) -> None:
    """Take a new game into the hand, for round `goal`."""
    number = walk.held_count
    walk.held[number, 0] = home
    walk.held[number, 1] = away
    walk.held[number, 2] = goal
    walk.held_count = number + 1


@inner_kernel
def put_down(league: CompiledLeague, board: Board, walk: Walk) -> None:
    """Place all games in the hand; dates of their trips follow."""
    held = walk.held_count
    for number in range(held):
        place_in_round(
            league,
            board,
            walk,
            walk.held[number, 0],
            walk.held[number, 1],
            walk.held[number, 2],
        )
    for number in range(held):
        join_trips(league, board, walk, walk.held[number, 1], walk.held[number, 2])
    walk.held_count = 0


@inner_kernel
def free_to_move(league: CompiledLeague, team: int, round_: int) -> bool:
    return bool(league.slot_locked[team, round_] == 0)
