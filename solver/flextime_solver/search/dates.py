"""The date of a game within its round: it follows the game wherever it is moved.

A move between rounds would break a trip that another date keeps; so a game that is
placed takes the slot that is best for its two teams as their other games stand.
"""

from flextime_solver.kernel import inner_kernel
from flextime_solver.model.compiled import NOBODY, CompiledLeague
from flextime_solver.score.board import Board
from flextime_solver.score.changes import count_change, place_game, take_game
from flextime_solver.search.random import below
from flextime_solver.search.walk import Walk


@inner_kernel
def place_in_round(
    league: CompiledLeague, board: Board, walk: Walk, home: int, away: int, round_: int
) -> None:
    """Place a game in the slot of a round that costs its teams least."""
    first = league.round_slots[round_]
    options = league.round_slots[round_ + 1] - first
    best = first
    if options > 1:
        offset = below(walk.random, options)
        best_cost = 0.0
        for number in range(offset, offset + options):
            slot = first + (number if number < options else number - options)
            cost = _slot_cost(league, board, walk, home, away, slot)
            if number == offset or cost < best_cost:
                best, best_cost = slot, cost
    place_game(league, board, home, away, best)


@inner_kernel
def date_again(
    league: CompiledLeague, board: Board, walk: Walk, team: int, round_: int
) -> None:
    """Choose the slot of a game anew, unless it is locked."""
    options = league.round_slots[round_ + 1] - league.round_slots[round_]
    if options == 1 or league.slot_locked[team, round_]:
        return
    cell = take_game(league, board, team, round_)
    teams = league.teams
    place_in_round(league, board, walk, cell // teams, cell % teams, round_)


@inner_kernel
def join_trips(
    league: CompiledLeague, board: Board, walk: Walk, team: int, round_: int
) -> None:
    """Let the away games before and after a team's away game follow its date."""
    rounds = league.rounds
    if board.opponent[team, round_] == NOBODY or board.at_home[team, round_]:
        return
    for other in (round_ - 1, round_ + 1):
        if not 0 <= other < rounds or board.opponent[team, other] == NOBODY:
            continue
        earlier = board.slot[team, min(round_, other)]
        later = board.slot[team, max(round_, other)]
        if not board.at_home[team, other] and not _joined(league, earlier, later):
            date_again(league, board, walk, team, other)


@inner_kernel
def _slot_cost(
    league: CompiledLeague, board: Board, walk: Walk, home: int, away: int, slot: int
) -> float:
    hard = walk.hard_weight
    return (
        count_change(league, board, home, away, slot, hard)
        + _neighbours_cost(league, board, home, home, slot, hard)
        + _neighbours_cost(league, board, away, home, slot, hard)
    )


@inner_kernel
def _neighbours_cost(
    league: CompiledLeague, board: Board, team: int, host: int, slot: int, hard: float
) -> float:
    """What a game at `host` costs `team` with the games before and after it."""
    rounds = league.rounds
    away = int(team != host)
    cost = 0.0
    round_ = league.slot_round[slot]
    before = round_ - 1
    while before >= 0 and board.opponent[team, before] == NOBODY:
        before -= 1
    if before >= 0:
        side = 1 - board.at_home[team, before]
        earlier = board.slot[team, before]
        cost += hard * league.follow_hard[side, away, earlier, slot]
        if side and away:
            other = board.opponent[team, before]
            cost -= _trip_gain(league, team, other, host, earlier, slot)
    after = round_ + 1
    while after < rounds and board.opponent[team, after] == NOBODY:
        after += 1
    if after < rounds:
        side = 1 - board.at_home[team, after]
        later = board.slot[team, after]
        cost += hard * league.follow_hard[away, side, slot, later]
        if side and away:
            other = board.opponent[team, after]
            cost -= _trip_gain(league, team, host, other, slot, later)
    return cost


@inner_kernel
def _trip_gain(
    league: CompiledLeague, team: int, first: int, second: int, slot: int, later: int
) -> float:
    """Milli-points that going from one host straight to the next saves."""
    if league.slot_day[later] - league.slot_day[slot] > league.stays_away_days:
        return 0.0
    distance = league.distance_m
    saved_m = distance[first, team] + distance[team, second] - distance[first, second]
    return float(saved_m * league.milli_points_per_m)


@inner_kernel
def _joined(league: CompiledLeague, slot: int, later: int) -> bool:
    """Whether two away games in a row are one trip that no hard rule forbids."""
    days = league.slot_day[later] - league.slot_day[slot]
    allowed = league.follow_hard[1, 1, slot, later] == 0
    return bool(days <= league.stays_away_days and allowed)
