"""What rules over one team's games in order of time cost, and its travel."""

from flextime_solver.kernel import inner_kernel
from flextime_solver.model.compiled import (
    HARD,
    SOFT,
    TRAVEL,
    CompiledLeague,
    Ints,
    SequenceRule,
)
from flextime_solver.score.board import Board
from flextime_solver.score.breaks import count_breaks
from flextime_solver.score.carry_over import settle_effects
from flextime_solver.score.counters import shift_counter
from flextime_solver.score.line_up import journey_m, line_up
from flextime_solver.score.pattern_breaks import (
    breaks_of_pattern,
    plays_in_every_slot,
)
from flextime_solver.score.patterns import has_new_pattern
from flextime_solver.score.sequence_rules import deviation

_BREAKS_TOGETHER = int(SequenceRule.BREAKS_TOGETHER)
_TRAVEL_TOGETHER = int(SequenceRule.TRAVEL_TOGETHER)
_SIDES_HARD, _SIDES_SOFT = 3, 4


@inner_kernel
def settle_team(league: CompiledLeague, board: Board, team: int) -> None:
    """Bring the cost of a team's sequence up to date."""
    anew = has_new_pattern(board, team)
    if league.breaks_only[team] and plays_in_every_slot(league, board, team):
        if anew:
            _settle_breaks(league, board, team)
        return
    last = league.team_rule_start[team + 1]
    first_of_opponents = league.opponent_rule_start[team]
    metres = 0
    if anew or first_of_opponents < last or league.carry_over_counters > 0:
        games, metres = line_up(league, board, team)
        if league.carry_over_counters > 0:
            settle_effects(league, board, team, games)
        if anew:
            first = league.team_rule_start[team]
            hard, soft = _cost_of_rules(
                league, board, team, first, first_of_opponents, games, metres
            )
            board.team_cost[team, _SIDES_HARD] = (
                hard + abs(games - league.games_per_team) * league.base_weight
            )
            board.team_cost[team, _SIDES_SOFT] = soft
        hard, soft = _cost_of_rules(
            league, board, team, first_of_opponents, last, games, metres
        )
    else:
        hard, soft = 0, 0
        if league.measures_travel:
            metres = journey_m(league, board, team)
    _replace(board, team, 0, hard + board.team_cost[team, _SIDES_HARD], HARD)
    _replace(board, team, 1, soft + board.team_cost[team, _SIDES_SOFT], SOFT)
    _replace(board, team, 2, metres, TRAVEL)


@inner_kernel
def _settle_breaks(league: CompiledLeague, board: Board, team: int) -> None:
    """The same for a team of `breaks_only`, from its pattern alone."""
    hard = abs(board.games[team] - league.games_per_team) * league.base_weight
    soft = 0
    for place in range(league.team_rule_start[team], league.team_rule_start[team + 1]):
        rule = league.sequence_rules[league.team_rule[place]]
        if rule[0] == _BREAKS_TOGETHER:
            breaks = breaks_of_pattern(league, board, team, rule[3], rule[6:10])
            _set_value(league, board, team, rule, breaks)
            continue
        breaks = breaks_of_pattern(league, board, team, rule[3], rule[5:9])
        amount = (max(0, breaks - rule[4]) + max(0, rule[9] - breaks)) * rule[2]
        if rule[1] == HARD:
            hard += amount
        else:
            soft += amount
    board.team_cost[team, _SIDES_HARD] = hard
    board.team_cost[team, _SIDES_SOFT] = soft
    _replace(board, team, 0, hard, HARD)
    _replace(board, team, 1, soft, SOFT)


@inner_kernel
def _replace(board: Board, team: int, part: int, cost: int, total: int) -> None:
    board.total[total] += cost - board.team_cost[team, part]
    board.team_cost[team, part] = cost


@inner_kernel
def _cost_of_rules(  # noqa: PLR0913, PLR0917 - a kernel takes numbers, not objects
    league: CompiledLeague,
    board: Board,
    team: int,
    first: int,
    last: int,
    games: int,
    metres: int,
) -> tuple[int, int]:
    """Hard and soft of some of a team's rules, whose games are lined up."""
    hard, soft = 0, 0
    for place in range(first, last):
        rule = league.sequence_rules[league.team_rule[place]]
        if rule[0] == _BREAKS_TOGETHER:
            breaks = count_breaks(board.sequence, games, rule[3], rule[6:10])
            _set_value(league, board, team, rule, breaks)
            continue
        if rule[0] == _TRAVEL_TOGETHER:
            _set_value(league, board, team, rule, metres)
            continue
        amount = deviation(league, board, rule, games) * rule[2]
        if rule[1] == HARD:
            hard += amount
        else:
            soft += amount
    return hard, soft


@inner_kernel
def _set_value(
    league: CompiledLeague, board: Board, team: int, rule: Ints, value: int
) -> None:
    """What counts for all teams together goes to a counter."""
    before = board.team_value[team, rule[4]]
    if value != before:
        shift_counter(league, board, rule[5], value - before)
        board.team_value[team, rule[4]] = value
