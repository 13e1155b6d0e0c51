"""Changes of a board with exact deltas: place, take, settle, then commit or undo.

Apply, evaluate, undo: what a change touches is brought up to date, never the whole
board. After `settle` the total equals the checker's score of the same schedule, a
property that the tests hold over random changes.
"""

from flextime_solver.kernel import inlined_kernel, inner_kernel, kernel
from flextime_solver.model.compiled import (
    HARD,
    NOBODY,
    SOFT,
    CompiledLeague,
    Ints,
)
from flextime_solver.score.board import TEAM_COSTS, Board
from flextime_solver.score.carry_over import settle_effects
from flextime_solver.score.comparisons import sum_up
from flextime_solver.score.counters import excess, lies_within, shift_counter
from flextime_solver.score.line_up import line_up
from flextime_solver.score.meetings import (
    change_meetings,
    meetings_cost,
    shift_meetings,
)
from flextime_solver.score.pairs import (
    put_pair_cost,
    settle_comparisons,
    settle_meetings,
)
from flextime_solver.score.patterns import (
    forget_pattern,
    has_new_pattern,
    save_pattern,
    turn_bits,
)
from flextime_solver.score.sequences import settle_team

_PLACED, _TAKEN = 1, 0
_SUMMED = 2
"""A touched team whose sums over slots have changed too."""


@inner_kernel
def place_game(
    league: CompiledLeague, board: Board, home: int, away: int, slot: int
) -> None:
    """Add a game; both teams must be free in the slot's round."""
    _put(league, board, home, away, slot)
    _write_trail(board, _PLACED, home, away, slot)


@inner_kernel
def take_game(league: CompiledLeague, board: Board, team: int, round_: int) -> int:
    """Remove the game of `team` in a round; its cell ``home * teams + away``."""
    other = board.opponent[team, round_]
    at_home = board.at_home[team, round_] == 1
    home = team if at_home else other
    away = other if at_home else team
    slot = board.slot[team, round_]
    _lift(league, board, home, away, slot)
    _write_trail(board, _TAKEN, home, away, slot)
    return home * league.teams + away


@inner_kernel
def settle(league: CompiledLeague, board: Board) -> None:
    """Bring the costs of all touched teams and their pairs up to date."""
    for place in range(board.touched_count):
        settle_team(league, board, board.touched_teams[place])
    settle_touched_pairs(league, board)


@inner_kernel
def settle_touched_pairs(league: CompiledLeague, board: Board) -> None:
    """Bring the pairs of touched teams, whose sequences are settled, up to date."""
    if league.comparison_start > 0:
        for place in range(board.touched_count):
            settle_meetings(league, board, board.touched_teams[place])
    if not league.compares_seasons:
        return
    for place in range(board.touched_count):
        team = board.touched_teams[place]
        if has_new_pattern(board, team):
            sum_up(league, board, team)
            board.touched[team] = _SUMMED
    for place in range(board.touched_count):
        team = board.touched_teams[place]
        if has_new_pattern(board, team):
            settle_comparisons(league, board, team)


@inner_kernel
def commit(board: Board) -> None:
    """Keep all changes since the last commit."""
    for place in range(board.touched_count):
        board.touched[board.touched_teams[place]] = 0
    board.trail_length = 0
    board.touched_count = 0
    board.pair_trail_length = 0
    for total in range(4):
        board.saved_total[total] = board.total[total]


@inner_kernel
def undo(league: CompiledLeague, board: Board) -> None:
    """Take all changes since the last commit back."""
    for place in range(board.trail_length - 1, -1, -1):
        home, away = board.trail[place, 1], board.trail[place, 2]
        slot = board.trail[place, 3]
        if board.trail[place, 0] == _PLACED:
            _put_back(league, board, home, away, slot, -1)
        else:
            _put_back(league, board, home, away, slot, 1)
    for place in range(board.pair_trail_length - 1, -1, -1):
        team, other = board.pair_trail[place, 0], board.pair_trail[place, 1]
        total, cost = board.pair_trail[place, 2], board.pair_trail[place, 3]
        put_pair_cost(board, team, other, total, cost)
    for place in range(board.touched_count):
        _restore_team(league, board, board.touched_teams[place])
    for total in range(4):
        board.total[total] = board.saved_total[total]
    commit(board)


@inner_kernel
def _restore_team(league: CompiledLeague, board: Board, team: int) -> None:
    """Take back what settling has written of a team whose games are put back."""
    for part in range(TEAM_COSTS):
        board.team_cost[team, part] = board.saved_cost[team, part]
    if league.counts_games_between:
        for round_ in range(league.rounds):
            board.place[team, round_] = board.saved_place[team, round_]
    _restore_values(league, board, team)
    if league.carry_over_counters > 0:
        games, _ = line_up(league, board, team)
        settle_effects(league, board, team, games)
    if board.touched[team] == _SUMMED:
        sum_up(league, board, team)


@inner_kernel
def _restore_values(league: CompiledLeague, board: Board, team: int) -> None:
    for value in range(league.team_values):
        added = board.team_value[team, value] - board.saved_value[team, value]
        board.count[league.value_counter[value]] -= added
        board.team_value[team, value] = board.saved_value[team, value]


@inlined_kernel
def _write_trail(board: Board, what: int, home: int, away: int, slot: int) -> None:
    length = board.trail_length
    board.trail[length, 0] = what
    board.trail[length, 1] = home
    board.trail[length, 2] = away
    board.trail[length, 3] = slot
    board.trail_length = length + 1


@inner_kernel
def _touch(league: CompiledLeague, board: Board, team: int) -> None:
    if board.touched[team] == 0:
        board.touched[team] = 1
        board.touched_teams[board.touched_count] = team
        board.touched_count += 1
        save_pattern(board, team)
        for part in range(TEAM_COSTS):
            board.saved_cost[team, part] = board.team_cost[team, part]
        for value in range(league.team_values):
            board.saved_value[team, value] = board.team_value[team, value]
        if league.counts_games_between:
            for round_ in range(league.rounds):
                board.saved_place[team, round_] = board.place[team, round_]


@inner_kernel
def _put(league: CompiledLeague, board: Board, home: int, away: int, slot: int) -> None:
    round_ = league.slot_round[slot]
    _set_cell(league, board, home, round_, away, 1, slot)
    _set_cell(league, board, away, round_, home, 0, slot)
    turn_bits(board, home, away, slot)
    change_meetings(league, board, home, away, round_, 1)
    _count(league, board, home, away, slot, 1)


@inner_kernel
def _lift(
    league: CompiledLeague, board: Board, home: int, away: int, slot: int
) -> None:
    round_ = league.slot_round[slot]
    _set_cell(league, board, home, round_, NOBODY, 0, 0)
    _set_cell(league, board, away, round_, NOBODY, 0, 0)
    turn_bits(board, home, away, slot)
    change_meetings(league, board, home, away, round_, -1)
    _count(league, board, home, away, slot, -1)


@inner_kernel
def _set_cell(  # noqa: PLR0913, PLR0917 - a kernel takes numbers, not objects
    league: CompiledLeague,
    board: Board,
    team: int,
    round_: int,
    opponent: int,
    at_home: int,
    slot: int,
) -> None:
    _touch(league, board, team)
    _write_cell(board, team, round_, opponent, at_home, slot)


@inlined_kernel
def _write_cell(
    board: Board, team: int, round_: int, opponent: int, at_home: int, slot: int
) -> None:
    board.opponent[team, round_] = opponent
    board.at_home[team, round_] = at_home
    board.slot[team, round_] = slot


@inner_kernel
def _put_back(
    league: CompiledLeague, board: Board, home: int, away: int, slot: int, step: int
) -> None:
    """Undo a game's placing or taking; totals are restored as a whole."""
    round_ = league.slot_round[slot]
    if step > 0:
        _write_cell(board, home, round_, away, 1, slot)
        _write_cell(board, away, round_, home, 0, slot)
    else:
        _write_cell(board, home, round_, NOBODY, 0, 0)
        _write_cell(board, away, round_, NOBODY, 0, 0)
    turn_bits(board, home, away, slot)
    shift_meetings(league, board, home, away, round_, step)
    cell = (home * league.teams + away) * league.slots + slot
    for place in range(league.cell_range[cell, 0], league.cell_range[cell, 1]):
        board.count[league.cell_entry[place, 0]] += step * league.cell_entry[place, 1]


@inner_kernel
def _count(
    league: CompiledLeague, board: Board, home: int, away: int, slot: int, sign: int
) -> None:
    cell = (home * league.teams + away) * league.slots + slot
    for place in range(league.cell_range[cell, 0], league.cell_range[cell, 1]):
        step = sign * league.cell_entry[place, 1]
        shift_counter(league, board, league.cell_entry[place, 0], step)


@inlined_kernel
def count_change(
    league: CompiledLeague, board: Board, home: int, away: int, slot: int, hard: float
) -> float:
    """What a game in a free cell would add to counters; a hard unit costs `hard`."""
    cell = (home * league.teams + away) * league.slots + slot
    added = 0.0
    for place in range(league.cell_range[cell, 0], league.cell_range[cell, 1]):
        counter = league.cell_entry[place, 0]
        before = board.count[counter]
        after = before + league.cell_entry[place, 1]
        if lies_within(league, counter, before, after):
            continue
        change = excess(league, counter, after) - excess(league, counter, before)
        unit = 1000.0 if league.counter_row[counter, 3] == SOFT else hard
        added += unit * change * league.counter_row[counter, 2]
    return added


@kernel
def fill_board(league: CompiledLeague, board: Board, games: Ints) -> None:
    """Score an empty board and place as many games as fit: the first come stay.

    Rows of `games` are (home, away, slot).
    """
    _score_from_nothing(league, board)
    for number in range(games.shape[0]):
        home, away, slot = games[number, 0], games[number, 1], games[number, 2]
        round_ = league.slot_round[slot]
        free = board.opponent[home, round_] == NOBODY
        if free and board.opponent[away, round_] == NOBODY:
            place_game(league, board, home, away, slot)
    settle(league, board)
    commit(board)


@inner_kernel
def _score_from_nothing(league: CompiledLeague, board: Board) -> None:
    teams = league.teams
    for counter in range(league.counters):
        short_of = excess(league, counter, 0)
        board.total[league.counter_row[counter, 3]] += (
            short_of * league.counter_row[counter, 2]
        )
    for one in range(teams):
        for other in range(one + 1, teams):
            board.total[HARD] += meetings_cost(league, board, one, other)
        _touch(league, board, one)
        forget_pattern(board, one)
