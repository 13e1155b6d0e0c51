"""Evaluation of pairs of teams: their meetings, and comparisons of their seasons."""

from flextime_solver.instance.compiled_league import (
    HARD,
    NO_OPPONENT,
    CompiledLeague,
    Ints,
    PairRule,
)
from flextime_solver.jit.kernels import inner_kernel
from flextime_solver.solution.membership import in_teams
from flextime_solver.solution.season_comparisons import comparison_deviation
from flextime_solver.solution.solution import Solution

_NEVER = -1
_SEPARATION, _GAP = int(PairRule.SEPARATION), int(PairRule.GAP)
_COMPARED = 2
"""First column of the costs of comparisons; costs of meetings have the two before."""


@inner_kernel
def evaluate_meetings(league: CompiledLeague, solution: Solution, team: int) -> None:
    """Bring the costs of all meetings of `team` up to date.

    ``solution.games_before`` of both teams of each pair must be up to date.
    """
    teams, rounds = league.teams, league.rounds
    fresh = solution.fresh_pair_cost
    last = solution.last_meeting
    for other in range(teams):
        fresh[other, 0] = 0
        fresh[other, 1] = 0
        last[other] = _NEVER
    for round_ in range(rounds):
        other = solution.opponent[team, round_]
        if other == NO_OPPONENT:
            continue
        before = last[other]
        if before != _NEVER:
            _add_rematch(league, solution, team, other, before, round_)
        last[other] = round_
    for other in range(teams):
        for column in range(2):
            _store_cost(solution, team, other, column)


@inner_kernel
def evaluate_comparisons(league: CompiledLeague, solution: Solution, team: int) -> None:
    """Bring the costs of comparing a team with all others up to date.

    The prefix sums (`update_prefix_sums`) of all teams must be up to date.
    """
    fresh = solution.fresh_pair_cost
    for other in range(league.teams):
        fresh[other, _COMPARED] = 0
        fresh[other, _COMPARED + 1] = 0
    for number in range(league.comparison_start, league.pair_rule_count):
        rule = league.pair_rules[number]
        column = _COMPARED + (rule[1] != HARD)
        for other in range(league.teams):
            if other != team:
                deviation = comparison_deviation(league, solution, rule, team, other)
                fresh[other, column] += rule[2] * deviation
    for other in range(league.teams):
        _store_cost(solution, team, other, _COMPARED)
        _store_cost(solution, team, other, _COMPARED + 1)


@inner_kernel
def _add_rematch(
    league: CompiledLeague,
    solution: Solution,
    team: int,
    other: int,
    before: int,
    after: int,
) -> None:
    """Add the cost of two successive meetings, in rounds `before` and `after`."""
    for number in range(league.comparison_start):
        rule = league.pair_rules[number]
        column = 0 if rule[1] == HARD else 1
        if rule[0] == _SEPARATION:
            deviation = int(
                _too_close(league, solution, rule, team, other, before, after)
            )
        elif not (in_teams(rule[3], team) and in_teams(rule[3], other)):
            deviation = 0
        elif rule[0] == _GAP:
            gap = after - before - 1
            deviation = max(0, rule[4] - gap) + max(0, gap - rule[5])
        else:
            deviation = int(
                solution.at_home[team, before] == solution.at_home[team, after]
            )
        solution.fresh_pair_cost[other, column] += rule[2] * deviation


@inner_kernel
def _too_close(  # noqa: PLR0913, PLR0917 - a kernel takes numbers, not objects
    league: CompiledLeague,
    solution: Solution,
    rule: Ints,
    team: int,
    other: int,
    before: int,
    after: int,
) -> bool:
    """Return whether two meetings have too few games or days between them."""
    games_before = solution.games_before
    games = min(
        games_before[team, after] - games_before[team, before],
        games_before[other, after] - games_before[other, before],
    )
    day = league.slot_day
    days = day[solution.slot[team, after]] - day[solution.slot[team, before]]
    few_games: bool = games < rule[3]
    few_days: bool = days < rule[4]
    if rule[5] == 1:
        return few_games or few_days
    return few_games and few_days


@inner_kernel
def _store_cost(solution: Solution, team: int, other: int, column: int) -> None:
    """Store a pair's new cost and write the old one to the undo log."""
    cost = solution.fresh_pair_cost[other, column]
    before = solution.pair_cost[team, other, column]
    if cost == before:
        return
    length = solution.pair_undo_length
    solution.pair_undo_log[length, 0] = team
    solution.pair_undo_log[length, 1] = other
    solution.pair_undo_log[length, 2] = column
    solution.pair_undo_log[length, 3] = before
    solution.pair_undo_length = length + 1
    solution.total[column % 2] += cost - before
    set_pair_cost(solution, team, other, column, cost)


@inner_kernel
def set_pair_cost(
    solution: Solution, team: int, other: int, column: int, cost: int
) -> None:
    """Write a pair's cost to both teams, but not to the solution's total."""
    change = cost - solution.pair_cost[team, other, column]
    solution.team_pair_cost[team, column % 2] += change
    solution.team_pair_cost[other, column % 2] += change
    solution.pair_cost[team, other, column] = cost
    solution.pair_cost[other, team, column] = cost
