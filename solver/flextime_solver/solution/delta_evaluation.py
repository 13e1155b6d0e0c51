"""Delta evaluation: changes of a solution whose exact cost is known after each.

A move inserts and removes games, evaluates the solution, and then commits the changes
or undoes them. Only what a change touches is brought up to date. After `evaluate` the
total equals the score that the domain's checker gives the same schedule.
"""

from flextime_solver.instance.compiled_league import NO_OPPONENT, CompiledLeague
from flextime_solver.jit.kernels import inlined_kernel, inner_kernel
from flextime_solver.solution.game_counters import add_game, restore_game
from flextime_solver.solution.meetings import add_meetings, update_meetings
from flextime_solver.solution.pair_evaluation import (
    evaluate_comparisons,
    evaluate_meetings,
    set_pair_cost,
)
from flextime_solver.solution.season_comparisons import update_prefix_sums
from flextime_solver.solution.slot_patterns import flip_bits, has_new_pattern
from flextime_solver.solution.solution import Solution
from flextime_solver.solution.team_evaluation import evaluate_team
from flextime_solver.solution.touched_teams import SUMMED, restore_team, touch_team

_INSERTED, _REMOVED = 1, 0


@inner_kernel
def insert_game(
    league: CompiledLeague, solution: Solution, home: int, away: int, slot: int
) -> None:
    """Insert a game; both teams must be without a game in the slot's round."""
    round_ = league.slot_round[slot]
    touch_team(league, solution, home)
    _write_cell(solution, home, round_, away, 1, slot)
    touch_team(league, solution, away)
    _write_cell(solution, away, round_, home, 0, slot)
    flip_bits(solution, home, away, slot)
    update_meetings(league, solution, home, away, round_, 1)
    add_game(league, solution, home, away, slot, 1)
    _write_undo_log(solution, _INSERTED, home, away, slot)


@inner_kernel
def remove_game(
    league: CompiledLeague, solution: Solution, team: int, round_: int
) -> int:
    """Remove the game of `team` in a round; return it as ``home * teams + away``."""
    other = solution.opponent[team, round_]
    at_home = solution.at_home[team, round_] == 1
    home = team if at_home else other
    away = other if at_home else team
    slot = solution.slot[team, round_]
    touch_team(league, solution, home)
    _write_cell(solution, home, round_, NO_OPPONENT, 0, 0)
    touch_team(league, solution, away)
    _write_cell(solution, away, round_, NO_OPPONENT, 0, 0)
    flip_bits(solution, home, away, slot)
    update_meetings(league, solution, home, away, round_, -1)
    add_game(league, solution, home, away, slot, -1)
    _write_undo_log(solution, _REMOVED, home, away, slot)
    return home * league.teams + away


@inner_kernel
def evaluate(league: CompiledLeague, solution: Solution) -> None:
    """Bring the costs of all touched teams and their pairs up to date."""
    for index in range(solution.touched_count):
        evaluate_team(league, solution, solution.touched_teams[index])
    evaluate_touched_pairs(league, solution)


@inner_kernel
def evaluate_touched_pairs(league: CompiledLeague, solution: Solution) -> None:
    """Bring the pairs of touched teams up to date; the teams must be evaluated."""
    if league.comparison_start > 0:
        for index in range(solution.touched_count):
            evaluate_meetings(league, solution, solution.touched_teams[index])
    if not league.compares_seasons:
        return
    # Comparisons read the sums of both teams, so all sums come first.
    for index in range(solution.touched_count):
        team = solution.touched_teams[index]
        if has_new_pattern(solution, team):
            update_prefix_sums(league, solution, team)
            solution.touched[team] = SUMMED
    for index in range(solution.touched_count):
        team = solution.touched_teams[index]
        if has_new_pattern(solution, team):
            evaluate_comparisons(league, solution, team)


@inner_kernel
def commit(solution: Solution) -> None:
    """Keep all changes since the last commit."""
    for index in range(solution.touched_count):
        solution.touched[solution.touched_teams[index]] = 0
    solution.undo_length = 0
    solution.touched_count = 0
    solution.pair_undo_length = 0
    for total in range(4):
        solution.saved_total[total] = solution.total[total]


@inner_kernel
def undo(league: CompiledLeague, solution: Solution) -> None:
    """Undo all changes since the last commit, evaluated or not."""
    # Latest first: a move may remove a game that it has inserted itself.
    for entry in range(solution.undo_length - 1, -1, -1):
        home, away = solution.undo_log[entry, 1], solution.undo_log[entry, 2]
        slot = solution.undo_log[entry, 3]
        if solution.undo_log[entry, 0] == _INSERTED:
            _revert(league, solution, home, away, slot, -1)
        else:
            _revert(league, solution, home, away, slot, 1)
    for entry in range(solution.pair_undo_length - 1, -1, -1):
        team, other = solution.pair_undo_log[entry, 0], solution.pair_undo_log[entry, 1]
        total, cost = solution.pair_undo_log[entry, 2], solution.pair_undo_log[entry, 3]
        set_pair_cost(solution, team, other, total, cost)
    for index in range(solution.touched_count):
        restore_team(league, solution, solution.touched_teams[index])
    for total in range(4):
        solution.total[total] = solution.saved_total[total]
    commit(solution)


@inlined_kernel
def _write_undo_log(
    solution: Solution, change: int, home: int, away: int, slot: int
) -> None:
    length = solution.undo_length
    solution.undo_log[length, 0] = change
    solution.undo_log[length, 1] = home
    solution.undo_log[length, 2] = away
    solution.undo_log[length, 3] = slot
    solution.undo_length = length + 1


@inlined_kernel
def _write_cell(
    solution: Solution, team: int, round_: int, opponent: int, at_home: int, slot: int
) -> None:
    solution.opponent[team, round_] = opponent
    solution.at_home[team, round_] = at_home
    solution.slot[team, round_] = slot


@inner_kernel
def _revert(
    league: CompiledLeague,
    solution: Solution,
    home: int,
    away: int,
    slot: int,
    step: int,
) -> None:
    """Insert (`step` 1) or remove (-1) a game without its cost.

    `undo` restores the totals as a whole, which is faster than taking them back.
    """
    round_ = league.slot_round[slot]
    if step > 0:
        _write_cell(solution, home, round_, away, 1, slot)
        _write_cell(solution, away, round_, home, 0, slot)
    else:
        _write_cell(solution, home, round_, NO_OPPONENT, 0, 0)
        _write_cell(solution, away, round_, NO_OPPONENT, 0, 0)
    flip_bits(solution, home, away, slot)
    add_meetings(league, solution, home, away, round_, step)
    restore_game(league, solution, home, away, slot, step)
