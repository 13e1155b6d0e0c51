"""What rules over the games of two teams against each other cost."""

from flextime_solver.kernel import inner_kernel
from flextime_solver.model.compiled import HARD, NOBODY, CompiledLeague
from flextime_solver.score.board import Board

_NEVER = -1


@inner_kernel
def settle_pairs(league: CompiledLeague, board: Board, team: int) -> None:
    """Bring the costs of all pairs of `team` up to date.

    Places of both teams' games must be up to date.
    """
    teams, rounds = league.teams, league.rounds
    fresh = board.fresh_pair_cost
    last = board.last_meeting
    for other in range(teams):
        fresh[other, 0] = 0
        fresh[other, 1] = 0
        last[other] = _NEVER
    for round_ in range(rounds):
        other = board.opponent[team, round_]
        if other == NOBODY:
            continue
        before = last[other]
        if before != _NEVER:
            _add_rematch(league, board, team, other, before, round_)
        last[other] = round_
    for other in range(teams):
        for total in range(2):
            if fresh[other, total] != board.pair_cost[team, other, total]:
                _replace(board, team, other, total, fresh[other, total])


@inner_kernel
def _add_rematch(
    league: CompiledLeague, board: Board, team: int, other: int, before: int, after: int
) -> None:
    place = board.place
    games = min(
        place[team, after] - place[team, before],
        place[other, after] - place[other, before],
    )
    day = league.slot_day
    days = day[board.slot[team, after]] - day[board.slot[team, before]]
    for number in range(league.pair_rule_count):
        rule = league.pair_rules[number]
        few_games = games < rule[3]
        few_days = days < rule[4]
        both_needed = rule[5] == 1
        if (few_games or few_days) if both_needed else (few_games and few_days):
            column = 0 if rule[1] == HARD else 1
            board.fresh_pair_cost[other, column] += rule[2]


@inner_kernel
def _replace(board: Board, team: int, other: int, total: int, cost: int) -> None:
    length = board.pair_trail_length
    board.pair_trail[length, 0] = team
    board.pair_trail[length, 1] = other
    board.pair_trail[length, 2] = total
    board.pair_trail[length, 3] = board.pair_cost[team, other, total]
    board.pair_trail_length = length + 1
    board.total[total] += cost - board.pair_cost[team, other, total]
    board.pair_cost[team, other, total] = cost
    board.pair_cost[other, team, total] = cost
