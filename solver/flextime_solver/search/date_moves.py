"""The move of one game to another slot of its round."""

from flextime_solver.kernel import inner_kernel
from flextime_solver.model.compiled import NOBODY, CompiledLeague
from flextime_solver.score.board import Board
from flextime_solver.score.changes import place_game, take_game
from flextime_solver.search.random import below
from flextime_solver.search.walk import Walk


@inner_kernel
def change_date(league: CompiledLeague, board: Board, walk: Walk) -> bool:
    teams, rounds = league.teams, league.rounds
    team = below(walk.random, teams)
    round_ = below(walk.random, rounds)
    first = league.round_slots[round_]
    options = league.round_slots[round_ + 1] - first
    if options == 1 or board.opponent[team, round_] == NOBODY:
        return False
    if league.slot_locked[team, round_]:
        return False
    step = 1 + below(walk.random, options - 1)
    slot = first + (board.slot[team, round_] - first + step) % options
    cell = take_game(league, board, team, round_)
    place_game(league, board, cell // teams, cell % teams, slot)
    return True
