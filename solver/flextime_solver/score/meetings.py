"""How often teams meet, at which of the two, and in which part of the season."""

from flextime_solver.kernel import inlined_kernel, inner_kernel
from flextime_solver.model.compiled import HARD, CompiledLeague
from flextime_solver.score.board import Board
from flextime_solver.score.round_sets import bit_of, word_of


@inner_kernel
def change_meetings(
    league: CompiledLeague, board: Board, home: int, away: int, round_: int, step: int
) -> None:
    board.total[HARD] -= meetings_cost(league, board, home, away)
    shift_meetings(league, board, home, away, round_, step)
    board.total[HARD] += meetings_cost(league, board, home, away)


@inlined_kernel
def shift_meetings(
    league: CompiledLeague, board: Board, home: int, away: int, round_: int, step: int
) -> None:
    board.rounds_hosted[home, away, word_of(round_)] ^= bit_of(round_)
    board.hosted[home, away] += step
    board.meetings[home, away] += step
    board.meetings[away, home] += step
    board.games[home] += step
    board.games[away] += step
    if league.phases > 0:
        phase = round_ // league.rounds_per_phase
        if phase < league.phases:
            board.in_phase[home, away, phase] += step
            board.in_phase[away, home, phase] += step


@inlined_kernel
def meetings_cost(league: CompiledLeague, board: Board, one: int, other: int) -> int:
    """How far the games of two teams are from what the format has."""
    meetings = board.meetings[one, other]
    at_one = max(board.hosted[one, other], board.hosted[other, one])
    cost = (
        max(0, league.pair_least[one, other] - meetings)
        + max(0, meetings - league.pair_most[one, other])
        + max(0, at_one - league.pair_most_at_one[one, other])
    )
    for phase in range(league.phases):
        cost += board.in_phase[one, other, phase] == 0
    return int(cost * league.base_weight)
