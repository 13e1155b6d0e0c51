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
    # Where each round has one slot there is no date to follow.
    if league.slots > league.rounds:
        for number in range(held):
            join_trips(league, board, walk, walk.held[number, 1], walk.held[number, 2])
    walk.held_count = 0


@inner_kernel
def free_to_move(league: CompiledLeague, team: int, round_: int) -> bool:
    return bool(league.slot_locked[team, round_] == 0)


@inner_kernel
def same_phase(league: CompiledLeague, first: int, second: int) -> bool:
    """Whether games may change between two rounds and the season keep its parts."""
    if league.phases == 0:
        return True
    return bool(first // league.rounds_per_phase == second // league.rounds_per_phase)


@inner_kernel
def swap(
    league: CompiledLeague, board: Board, walk: Walk, one: int, other: int, round_: int
) -> None:
    """Exchange two teams' games of a round, unless they play each other."""
    if board.opponent[one, round_] == other:
        return
    start = walk.held_count
    lift(league, board, walk, one, round_, round_)
    lift(league, board, walk, other, round_, round_)
    for number in range(start, walk.held_count):
        for side in range(2):
            if walk.held[number, side] == one:
                walk.held[number, side] = other
            elif walk.held[number, side] == other:
                walk.held[number, side] = one
