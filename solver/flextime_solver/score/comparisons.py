"""What two teams' seasons cost when they are compared, whether they meet or not."""

from flextime_solver.kernel import inner_kernel
from flextime_solver.model.compiled import (
    NOBODY,
    CompiledLeague,
    Ints,
    PairRule,
)
from flextime_solver.score.board import Board
from flextime_solver.score.breaks import in_slots, in_teams

_SIDE_DIFFERENCE = int(PairRule.SIDE_DIFFERENCE)
_BREAK_DIFFERENCE = int(PairRule.BREAK_DIFFERENCE)
_EITHER = 2


@inner_kernel
def sum_up(league: CompiledLeague, board: Board, team: int) -> None:
    """Home and away games of a team up to each slot, and its breaks."""
    home, away, breaks = 0, 0, 0
    side_before = -1
    slot = 0
    for round_ in range(league.rounds):
        played = board.opponent[team, round_] != NOBODY
        for slot in range(league.round_slots[round_], league.round_slots[round_ + 1]):
            if played and board.slot[team, round_] == slot:
                side = board.at_home[team, round_]
                home += side
                away += 1 - side
                breaks += side == side_before
                side_before = side
            board.side_total[team, 0, slot] = home
            board.side_total[team, 1, slot] = away
    board.breaks[team] = breaks


@inner_kernel
def compare(
    league: CompiledLeague, board: Board, rule: Ints, one: int, other: int
) -> int:
    """The deviation of two teams from a rule that compares seasons."""
    if not (in_teams(rule[3], one) and in_teams(rule[3], other)):
        return 0
    if rule[0] == _BREAK_DIFFERENCE:
        return int(max(0, abs(board.breaks[one] - board.breaks[other]) - rule[4]))
    largest = 0
    for slot in range(league.slots):
        if in_slots(rule[6:10], slot):
            largest = max(largest, abs(_ahead(board, one, other, rule[5], slot)))
    return int(max(0, largest - rule[4]))


@inner_kernel
def _ahead(board: Board, one: int, other: int, side: int, slot: int) -> int:
    total = board.side_total
    if side == _EITHER:
        played = total[one, 0, slot] + total[one, 1, slot]
        return int(played - total[other, 0, slot] - total[other, 1, slot])
    return int(total[one, side, slot] - total[other, side, slot])
