"""What rules over one team's games in order of time cost, and its travel."""

from flextime_solver.instance.compiled_league import (
    HARD,
    SOFT,
    TRAVEL,
    CompiledLeague,
    Ints,
    SequenceRule,
)
from flextime_solver.jit.kernels import inner_kernel
from flextime_solver.solution.breaks import count_breaks
from flextime_solver.solution.carry_over import evaluate_effects
from flextime_solver.solution.counters import shift_counter
from flextime_solver.solution.pattern_breaks import (
    breaks_of_pattern,
    plays_in_every_slot,
)
from flextime_solver.solution.patterns import has_new_pattern
from flextime_solver.solution.sequence_constraints import deviation
from flextime_solver.solution.solution import Solution
from flextime_solver.solution.team_sequence import journey_m, team_sequence

_BREAKS_TOGETHER = int(SequenceRule.BREAKS_TOGETHER)
_TRAVEL_TOGETHER = int(SequenceRule.TRAVEL_TOGETHER)
_SIDES_HARD, _SIDES_SOFT = 3, 4


@inner_kernel
def evaluate_team(league: CompiledLeague, solution: Solution, team: int) -> None:
    """Bring the cost of a team's sequence up to date."""
    anew = has_new_pattern(solution, team)
    if league.breaks_only[team] and plays_in_every_slot(league, solution, team):
        if anew:
            _evaluate_breaks(league, solution, team)
        return
    last = league.team_rule_start[team + 1]
    first_of_opponents = league.opponent_rule_start[team]
    metres = 0
    if anew or first_of_opponents < last or league.carry_over_counters > 0:
        games, metres = team_sequence(league, solution, team)
        if league.carry_over_counters > 0:
            evaluate_effects(league, solution, team, games)
        if anew:
            first = league.team_rule_start[team]
            hard, soft = _cost_of_rules(
                league, solution, team, first, first_of_opponents, games, metres
            )
            solution.team_cost[team, _SIDES_HARD] = (
                hard + abs(games - league.games_per_team) * league.base_weight
            )
            solution.team_cost[team, _SIDES_SOFT] = soft
        hard, soft = _cost_of_rules(
            league, solution, team, first_of_opponents, last, games, metres
        )
    else:
        hard, soft = 0, 0
        if league.measures_travel:
            metres = journey_m(league, solution, team)
    _replace(solution, team, 0, hard + solution.team_cost[team, _SIDES_HARD], HARD)
    _replace(solution, team, 1, soft + solution.team_cost[team, _SIDES_SOFT], SOFT)
    _replace(solution, team, 2, metres, TRAVEL)


@inner_kernel
def _evaluate_breaks(league: CompiledLeague, solution: Solution, team: int) -> None:
    """The same for a team of `breaks_only`, from its pattern alone."""
    hard = abs(solution.games[team] - league.games_per_team) * league.base_weight
    soft = 0
    for place in range(league.team_rule_start[team], league.team_rule_start[team + 1]):
        rule = league.sequence_rules[league.team_rule[place]]
        if rule[0] == _BREAKS_TOGETHER:
            breaks = breaks_of_pattern(league, solution, team, rule[3], rule[6:10])
            _set_value(league, solution, team, rule, breaks)
            continue
        breaks = breaks_of_pattern(league, solution, team, rule[3], rule[5:9])
        amount = (max(0, breaks - rule[4]) + max(0, rule[9] - breaks)) * rule[2]
        if rule[1] == HARD:
            hard += amount
        else:
            soft += amount
    solution.team_cost[team, _SIDES_HARD] = hard
    solution.team_cost[team, _SIDES_SOFT] = soft
    _replace(solution, team, 0, hard, HARD)
    _replace(solution, team, 1, soft, SOFT)


@inner_kernel
def _replace(solution: Solution, team: int, part: int, cost: int, total: int) -> None:
    solution.total[total] += cost - solution.team_cost[team, part]
    solution.team_cost[team, part] = cost


@inner_kernel
def _cost_of_rules(  # noqa: PLR0913, PLR0917 - a kernel takes numbers, not objects
    league: CompiledLeague,
    solution: Solution,
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
            breaks = count_breaks(solution.sequence, games, rule[3], rule[6:10])
            _set_value(league, solution, team, rule, breaks)
            continue
        if rule[0] == _TRAVEL_TOGETHER:
            _set_value(league, solution, team, rule, metres)
            continue
        amount = deviation(league, solution, rule, games) * rule[2]
        if rule[1] == HARD:
            hard += amount
        else:
            soft += amount
    return hard, soft


@inner_kernel
def _set_value(
    league: CompiledLeague, solution: Solution, team: int, rule: Ints, value: int
) -> None:
    """What counts for all teams together goes to a counter."""
    before = solution.team_value[team, rule[4]]
    if value != before:
        shift_counter(league, solution, rule[5], value - before)
        solution.team_value[team, rule[4]] = value
