"""Changes of a solution with exact deltas: place, take, settle, then commit or undo.

Apply, evaluate, undo: what a change touches is brought up to date, never the whole
solution. After `evaluate` the total equals the checker's score of the same schedule, a
property that the tests hold over random changes.
"""

from flextime_solver.instance.compiled_league import (
    HARD,
    NO_OPPONENT,
    SOFT,
    CompiledLeague,
    Ints,
)
from flextime_solver.jit.kernels import inlined_kernel, inner_kernel, kernel
from flextime_solver.solution.carry_over import evaluate_effects
from flextime_solver.solution.comparisons import sum_up
from flextime_solver.solution.counters import excess, lies_within, shift_counter
from flextime_solver.solution.meetings import (
    change_meetings,
    meetings_cost,
    shift_meetings,
)
from flextime_solver.solution.pairs import (
    evaluate_comparisons,
    evaluate_meetings,
    put_pair_cost,
)
from flextime_solver.solution.patterns import (
    forget_pattern,
    has_new_pattern,
    save_pattern,
    turn_bits,
)
from flextime_solver.solution.sequence_costs import evaluate_team
from flextime_solver.solution.solution import TEAM_COSTS, Solution
from flextime_solver.solution.team_sequence import team_sequence

_PLACED, _TAKEN = 1, 0
_SUMMED = 2
"""A touched team whose sums over slots have changed too."""


@inner_kernel
def place_game(
    league: CompiledLeague, solution: Solution, home: int, away: int, slot: int
) -> None:
    """Add a game; both teams must be free in the slot's round."""
    _put(league, solution, home, away, slot)
    _write_undo_log(solution, _PLACED, home, away, slot)


@inner_kernel
def take_game(
    league: CompiledLeague, solution: Solution, team: int, round_: int
) -> int:
    """Remove the game of `team` in a round; its cell ``home * teams + away``."""
    other = solution.opponent[team, round_]
    at_home = solution.at_home[team, round_] == 1
    home = team if at_home else other
    away = other if at_home else team
    slot = solution.slot[team, round_]
    _remove(league, solution, home, away, slot)
    _write_undo_log(solution, _TAKEN, home, away, slot)
    return home * league.teams + away


@inner_kernel
def evaluate(league: CompiledLeague, solution: Solution) -> None:
    """Bring the costs of all touched teams and their pairs up to date."""
    for place in range(solution.touched_count):
        evaluate_team(league, solution, solution.touched_teams[place])
    evaluate_touched_pairs(league, solution)


@inner_kernel
def evaluate_touched_pairs(league: CompiledLeague, solution: Solution) -> None:
    """Bring the pairs of touched teams, whose sequences are settled, up to date."""
    if league.comparison_start > 0:
        for place in range(solution.touched_count):
            evaluate_meetings(league, solution, solution.touched_teams[place])
    if not league.compares_seasons:
        return
    for place in range(solution.touched_count):
        team = solution.touched_teams[place]
        if has_new_pattern(solution, team):
            sum_up(league, solution, team)
            solution.touched[team] = _SUMMED
    for place in range(solution.touched_count):
        team = solution.touched_teams[place]
        if has_new_pattern(solution, team):
            evaluate_comparisons(league, solution, team)


@inner_kernel
def commit(solution: Solution) -> None:
    """Keep all changes since the last commit."""
    for place in range(solution.touched_count):
        solution.touched[solution.touched_teams[place]] = 0
    solution.undo_length = 0
    solution.touched_count = 0
    solution.pair_undo_length = 0
    for total in range(4):
        solution.saved_total[total] = solution.total[total]


@inner_kernel
def undo(league: CompiledLeague, solution: Solution) -> None:
    """Take all changes since the last commit back."""
    for place in range(solution.undo_length - 1, -1, -1):
        home, away = solution.undo_log[place, 1], solution.undo_log[place, 2]
        slot = solution.undo_log[place, 3]
        if solution.undo_log[place, 0] == _PLACED:
            _put_back(league, solution, home, away, slot, -1)
        else:
            _put_back(league, solution, home, away, slot, 1)
    for place in range(solution.pair_undo_length - 1, -1, -1):
        team, other = solution.pair_undo_log[place, 0], solution.pair_undo_log[place, 1]
        total, cost = solution.pair_undo_log[place, 2], solution.pair_undo_log[place, 3]
        put_pair_cost(solution, team, other, total, cost)
    for place in range(solution.touched_count):
        _restore_team(league, solution, solution.touched_teams[place])
    for total in range(4):
        solution.total[total] = solution.saved_total[total]
    commit(solution)


@inner_kernel
def _restore_team(league: CompiledLeague, solution: Solution, team: int) -> None:
    """Take back what settling has written of a team whose games are put back."""
    for part in range(TEAM_COSTS):
        solution.team_cost[team, part] = solution.saved_cost[team, part]
    if league.counts_games_between:
        for round_ in range(league.rounds):
            solution.place[team, round_] = solution.saved_place[team, round_]
    _restore_values(league, solution, team)
    if league.carry_over_counters > 0:
        games, _ = team_sequence(league, solution, team)
        evaluate_effects(league, solution, team, games)
    if solution.touched[team] == _SUMMED:
        sum_up(league, solution, team)


@inner_kernel
def _restore_values(league: CompiledLeague, solution: Solution, team: int) -> None:
    for value in range(league.team_values):
        added = solution.team_value[team, value] - solution.saved_value[team, value]
        solution.count[league.value_counter[value]] -= added
        solution.team_value[team, value] = solution.saved_value[team, value]


@inlined_kernel
def _write_undo_log(
    solution: Solution, what: int, home: int, away: int, slot: int
) -> None:
    length = solution.undo_length
    solution.undo_log[length, 0] = what
    solution.undo_log[length, 1] = home
    solution.undo_log[length, 2] = away
    solution.undo_log[length, 3] = slot
    solution.undo_length = length + 1


@inner_kernel
def _touch(league: CompiledLeague, solution: Solution, team: int) -> None:
    if solution.touched[team] == 0:
        solution.touched[team] = 1
        solution.touched_teams[solution.touched_count] = team
        solution.touched_count += 1
        save_pattern(solution, team)
        for part in range(TEAM_COSTS):
            solution.saved_cost[team, part] = solution.team_cost[team, part]
        for value in range(league.team_values):
            solution.saved_value[team, value] = solution.team_value[team, value]
        if league.counts_games_between:
            for round_ in range(league.rounds):
                solution.saved_place[team, round_] = solution.place[team, round_]


@inner_kernel
def _put(
    league: CompiledLeague, solution: Solution, home: int, away: int, slot: int
) -> None:
    round_ = league.slot_round[slot]
    _set_cell(league, solution, home, round_, away, 1, slot)
    _set_cell(league, solution, away, round_, home, 0, slot)
    turn_bits(solution, home, away, slot)
    change_meetings(league, solution, home, away, round_, 1)
    _count(league, solution, home, away, slot, 1)


@inner_kernel
def _remove(
    league: CompiledLeague, solution: Solution, home: int, away: int, slot: int
) -> None:
    round_ = league.slot_round[slot]
    _set_cell(league, solution, home, round_, NO_OPPONENT, 0, 0)
    _set_cell(league, solution, away, round_, NO_OPPONENT, 0, 0)
    turn_bits(solution, home, away, slot)
    change_meetings(league, solution, home, away, round_, -1)
    _count(league, solution, home, away, slot, -1)


@inner_kernel
def _set_cell(  # noqa: PLR0913, PLR0917 - a kernel takes numbers, not objects
    league: CompiledLeague,
    solution: Solution,
    team: int,
    round_: int,
    opponent: int,
    at_home: int,
    slot: int,
) -> None:
    _touch(league, solution, team)
    _write_cell(solution, team, round_, opponent, at_home, slot)


@inlined_kernel
def _write_cell(
    solution: Solution, team: int, round_: int, opponent: int, at_home: int, slot: int
) -> None:
    solution.opponent[team, round_] = opponent
    solution.at_home[team, round_] = at_home
    solution.slot[team, round_] = slot


@inner_kernel
def _put_back(
    league: CompiledLeague,
    solution: Solution,
    home: int,
    away: int,
    slot: int,
    step: int,
) -> None:
    """Undo a game's placing or taking; totals are restored as a whole."""
    round_ = league.slot_round[slot]
    if step > 0:
        _write_cell(solution, home, round_, away, 1, slot)
        _write_cell(solution, away, round_, home, 0, slot)
    else:
        _write_cell(solution, home, round_, NO_OPPONENT, 0, 0)
        _write_cell(solution, away, round_, NO_OPPONENT, 0, 0)
    turn_bits(solution, home, away, slot)
    shift_meetings(league, solution, home, away, round_, step)
    cell = (home * league.teams + away) * league.slots + slot
    for place in range(league.cell_range[cell, 0], league.cell_range[cell, 1]):
        solution.count[league.cell_entry[place, 0]] += (
            step * league.cell_entry[place, 1]
        )


@inner_kernel
def _count(
    league: CompiledLeague,
    solution: Solution,
    home: int,
    away: int,
    slot: int,
    sign: int,
) -> None:
    cell = (home * league.teams + away) * league.slots + slot
    for place in range(league.cell_range[cell, 0], league.cell_range[cell, 1]):
        step = sign * league.cell_entry[place, 1]
        shift_counter(league, solution, league.cell_entry[place, 0], step)


@inlined_kernel
def count_change(
    league: CompiledLeague,
    solution: Solution,
    home: int,
    away: int,
    slot: int,
    hard: float,
) -> float:
    """What a game in a free cell would add to counters; a hard unit costs `hard`."""
    cell = (home * league.teams + away) * league.slots + slot
    added = 0.0
    for place in range(league.cell_range[cell, 0], league.cell_range[cell, 1]):
        counter = league.cell_entry[place, 0]
        before = solution.count[counter]
        after = before + league.cell_entry[place, 1]
        if lies_within(league, counter, before, after):
            continue
        change = excess(league, counter, after) - excess(league, counter, before)
        unit = 1000.0 if league.counter_row[counter, 3] == SOFT else hard
        added += unit * change * league.counter_row[counter, 2]
    return added


@kernel
def fill_solution(league: CompiledLeague, solution: Solution, games: Ints) -> None:
    """Score an empty solution and place as many games as fit: the first come stay.

    Rows of `games` are (home, away, slot).
    """
    _score_from_nothing(league, solution)
    for number in range(games.shape[0]):
        home, away, slot = games[number, 0], games[number, 1], games[number, 2]
        round_ = league.slot_round[slot]
        free = solution.opponent[home, round_] == NO_OPPONENT
        if free and solution.opponent[away, round_] == NO_OPPONENT:
            place_game(league, solution, home, away, slot)
    evaluate(league, solution)
    commit(solution)


@inner_kernel
def _score_from_nothing(league: CompiledLeague, solution: Solution) -> None:
    teams = league.teams
    for counter in range(league.counters):
        short_of = excess(league, counter, 0)
        solution.total[league.counter_row[counter, 3]] += (
            short_of * league.counter_row[counter, 2]
        )
    for one in range(teams):
        for other in range(one + 1, teams):
            solution.total[HARD] += meetings_cost(league, solution, one, other)
        _touch(league, solution, one)
        forget_pattern(solution, one)
