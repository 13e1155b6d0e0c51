"""Simulated annealing over all moves, a few thousand at a call.

Metropolis acceptance with the hard weight as a second control, strategic oscillation
after Anagnostopoulos et al. (2006), doi 10.1007/s10951-006-7187-8; the mix of moves
follows Rosati, Petris, Di Gaspero and Schaerf (2022), doi 10.1007/s10951-022-00740-y.
"""

from math import log

from flextime_solver.kernel import inner_kernel, kernel
from flextime_solver.model.compiled import (
    HARD,
    LOCK,
    SOFT,
    TRAVEL,
    CompiledLeague,
    Ints,
)
from flextime_solver.score.board import Board
from flextime_solver.score.changes import (
    commit,
    settle_touched_pairs,
    undo,
)
from flextime_solver.score.counters import excess
from flextime_solver.score.sequences import settle_team
from flextime_solver.search.date_moves import change_date
from flextime_solver.search.meeting_moves import change_meeting
from flextime_solver.search.random import uniform
from flextime_solver.search.round_moves import exchange_chain, exchange_rounds
from flextime_solver.search.team_moves import exchange_teams, exchange_teams_in_part
from flextime_solver.search.venue_moves import turn_cycle
from flextime_solver.search.walk import Move, Walk, pick_move

_DATE, _VENUE_CYCLE = int(Move.DATE), int(Move.VENUE_CYCLE)
_ROUNDS_CHAIN, _TRIPS_CHAIN = int(Move.ROUNDS_CHAIN), int(Move.TRIPS_CHAIN)
_ROUNDS, _TEAMS = int(Move.ROUNDS), int(Move.TEAMS)
_PATIENCE = 10
"""Tries of a move that comes to nothing before another one has its turn."""
_WORK_OF_A_TRY = 8
"""What planning a move costs, in games lifted or placed."""
_TEAMS_CHAIN, _TEAMS_TRIP_CHAIN = int(Move.TEAMS_CHAIN), int(Move.TEAMS_TRIP_CHAIN)


@kernel
def anneal(league: CompiledLeague, board: Board, walk: Walk, moves: int) -> int:
    """Make `moves` evaluated moves; how many of the boards after them were feasible.

    ``walk.best`` gets every board that is better than it: less broken, then cheaper.
    """
    walk.evaluated = 0
    feasible = 0
    tries = 0
    kind = pick_move(walk)
    failed = 0
    while walk.evaluated < moves and tries < 20 * moves:
        tries += 1
        before = energy(league, board, walk)
        applied = _apply(league, board, walk, kind)
        walk.work[kind] += _WORK_OF_A_TRY + board.trail_length
        if not applied:
            walk.held_count = 0
            if board.trail_length > 0:
                undo(league, board)
            failed += 1
            if failed == _PATIENCE:
                kind, failed = pick_move(walk), 0
            continue
        walk.evaluated += 1
        walk.tried[kind] += 1
        limit = before - walk.temperature * log(1.0 - uniform(walk.random))
        if _settle_below(league, board, walk, limit):
            change = energy(league, board, walk) - before
            commit(board)
            walk.accepted[kind] += 1
            walk.brought[kind] -= change
            if change < 0 or walk.has_best == 0:
                keep_best(league, board, walk)
        else:
            undo(league, board)
        kind, failed = pick_move(walk), 0
        if board.total[HARD] + board.total[LOCK] == 0:
            feasible += 1
    return feasible


@inner_kernel
def _settle_below(
    league: CompiledLeague, board: Board, walk: Walk, limit: float
) -> bool:
    """Settle a change; give up as soon as its energy will not come below `limit`.

    A team that is not settled yet may still lose its hard and soft cost, and of its
    travel a typical journey: more than that no move is seen to save. Pairs may lose
    what they cost, and so may what is added up over several teams.
    """
    bonds = _hope_of_pairs(league, board, walk)
    hope = bonds
    for place in range(board.touched_count):
        hope += _hope(board, walk, board.touched_teams[place])
    if energy(league, board, walk) - hope - _hope_of_sums(league, board, walk) > limit:
        return False
    for place in range(board.touched_count):
        team = board.touched_teams[place]
        hope -= _hope(board, walk, team)
        settle_team(league, board, team)
        sums = _hope_of_sums(league, board, walk)
        if energy(league, board, walk) - hope - sums > limit:
            return False
    if energy(league, board, walk) - bonds > limit:
        return False
    settle_touched_pairs(league, board)
    return energy(league, board, walk) <= limit


@inner_kernel
def _hope(board: Board, walk: Walk, team: int) -> float:
    cost = _weighed(walk, board.team_cost[team, 0], board.team_cost[team, 1])
    return float(cost + walk.journey)


@inner_kernel
def _hope_of_pairs(league: CompiledLeague, board: Board, walk: Walk) -> float:
    if league.pair_rule_count == 0:
        return 0.0
    hope = 0.0
    for place in range(board.touched_count):
        team = board.touched_teams[place]
        hope += _weighed(walk, board.bond[team, 0], board.bond[team, 1])
    return hope


@inner_kernel
def _hope_of_sums(league: CompiledLeague, board: Board, walk: Walk) -> float:
    """What counters that settling changes cost now."""
    hope = 0.0
    for value in range(league.team_values):
        hope += _counted(league, board, walk, league.value_counter[value])
    for place in range(league.carry_over_counters):
        hope += _counted(league, board, walk, league.carry_over_counter[place])
    return hope


@inner_kernel
def _counted(league: CompiledLeague, board: Board, walk: Walk, counter: int) -> float:
    cost = excess(league, counter, board.count[counter])
    cost *= league.counter_weight[counter]
    if league.counter_total[counter] == SOFT:
        return _weighed(walk, 0, cost)
    return _weighed(walk, cost, 0)


@inner_kernel
def _weighed(walk: Walk, hard: int, soft: int) -> float:
    return float(walk.hard_weight * hard + 1000.0 * soft)


@kernel
def consider(league: CompiledLeague, board: Board, walk: Walk) -> None:
    """Keep a board that the search is given, if it is the best so far."""
    keep_best(league, board, walk)


@inner_kernel
def energy(league: CompiledLeague, board: Board, walk: Walk) -> float:
    """Milli-points of a board with its hard deviations weighed."""
    hard = board.total[HARD] + board.total[LOCK]
    return float(walk.hard_weight * hard + cost(league, board.total))


@inner_kernel
def cost(league: CompiledLeague, total: Ints) -> float:
    """Milli-points of soft rules and travel."""
    return float(1000.0 * total[SOFT] + league.milli_points_per_m * total[TRAVEL])


@inner_kernel
def keep_best(league: CompiledLeague, board: Board, walk: Walk) -> None:
    """Copy the board if it is the best so far."""
    hard = board.total[HARD] + board.total[LOCK]
    if walk.has_best:
        best_hard = walk.best_total[HARD] + walk.best_total[LOCK]
        if hard > best_hard:
            return
        if hard == best_hard and cost(league, board.total) >= cost(
            league, walk.best_total
        ):
            return
    walk.has_best = 1
    for total in range(4):
        walk.best_total[total] = board.total[total]
    teams, rounds = league.teams, league.rounds
    for team in range(teams):
        for round_ in range(rounds):
            walk.best[0, team, round_] = board.opponent[team, round_]
            walk.best[1, team, round_] = board.at_home[team, round_]
            walk.best[2, team, round_] = board.slot[team, round_]


@inner_kernel
def _apply(league: CompiledLeague, board: Board, walk: Walk, kind: int) -> bool:  # noqa: PLR0911 - one arm a move
    if kind == _DATE:
        return change_date(league, board, walk)
    if kind == _VENUE_CYCLE:
        return turn_cycle(league, board, walk)
    if kind == _ROUNDS_CHAIN:
        return exchange_chain(league, board, walk, 1)
    if kind == _TRIPS_CHAIN:
        return exchange_chain(league, board, walk, 2)
    if kind == _ROUNDS:
        return exchange_rounds(league, board, walk)
    if kind == _TEAMS_CHAIN:
        return exchange_teams_in_part(league, board, walk, 1)
    if kind == _TEAMS_TRIP_CHAIN:
        return exchange_teams_in_part(league, board, walk, 2)
    if kind == _TEAMS:
        return exchange_teams(league, board, walk)
    return change_meeting(league, board, walk)
