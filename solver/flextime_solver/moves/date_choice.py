"""Choice of the slot within its round for a game that a move places.

A move between rounds would break a trip that another date preserves, so a game takes
the slot that costs its two teams least with their neighbouring games as they are.
"""

from flextime_solver.instance.compiled_league import NO_OPPONENT, CompiledLeague
from flextime_solver.jit.kernels import inlined_kernel, inner_kernel
from flextime_solver.jit.random import below
from flextime_solver.moves.search_state import SearchState
from flextime_solver.solution.delta_evaluation import insert_game, remove_game
from flextime_solver.solution.game_counters import counter_delta
from flextime_solver.solution.solution import Solution

_NONE = -1


@inner_kernel
def place_in_round(
    league: CompiledLeague,
    solution: Solution,
    state: SearchState,
    home: int,
    away: int,
    round_: int,
) -> None:
    """Place a game in the slot of a round that costs its two teams least."""
    slot = league.round_slots[round_]
    # A round of one slot leaves nothing to choose.
    if league.round_slots[round_ + 1] - slot > 1:
        slot = _best_slot(league, solution, state, home, away, round_)
    insert_game(league, solution, home, away, slot)


@inner_kernel
def _best_slot(
    league: CompiledLeague,
    solution: Solution,
    state: SearchState,
    home: int,
    away: int,
    round_: int,
) -> int:
    first = league.round_slots[round_]
    options = league.round_slots[round_ + 1] - first
    hard = state.hard_weight
    home_before = _neighbour(league, solution, home, round_, -1)
    home_after = _neighbour(league, solution, home, round_, 1)
    away_before = _neighbour(league, solution, away, round_, -1)
    away_after = _neighbour(league, solution, away, round_, 1)
    # Slots are tried from a random one on, so that ties are broken at random.
    offset = below(state.random, options)
    best, best_cost = first, 0.0
    for number in range(offset, offset + options):
        slot = first + (number if number < options else number - options)
        cost = (
            counter_delta(league, solution, home, away, slot, hard)
            + _cost_beside(league, solution, home, home, slot, home_before, hard)
            + _cost_beside(league, solution, home, home, slot, home_after, hard)
            + _cost_beside(league, solution, away, home, slot, away_before, hard)
            + _cost_beside(league, solution, away, home, slot, away_after, hard)
        )
        if number == offset or cost < best_cost:
            best, best_cost = slot, cost
    return int(best)


@inner_kernel
def _choose_date_again(
    league: CompiledLeague,
    solution: Solution,
    state: SearchState,
    team: int,
    round_: int,
) -> None:
    """Remove a game and place it in the best slot of its round, unless it is locked."""
    options = league.round_slots[round_ + 1] - league.round_slots[round_]
    if options == 1 or league.slot_locked[team, round_]:
        return
    cell = remove_game(league, solution, team, round_)
    teams = league.teams
    place_in_round(league, solution, state, cell // teams, cell % teams, round_)


@inner_kernel
def join_trips(
    league: CompiledLeague,
    solution: Solution,
    state: SearchState,
    team: int,
    round_: int,
) -> None:
    """Choose the dates of neighbouring away games anew where that joins a trip."""
    if solution.opponent[team, round_] == NO_OPPONENT or solution.at_home[team, round_]:
        return
    if round_ > 0 and _could_join(league, solution, team, round_ - 1, round_):
        _choose_date_again(league, solution, state, team, round_ - 1)
    if round_ + 1 < league.rounds and _could_join(
        league, solution, team, round_ + 1, round_
    ):
        _choose_date_again(league, solution, state, team, round_ + 1)


@inner_kernel
def _could_join(
    league: CompiledLeague, solution: Solution, team: int, round_: int, goal: int
) -> bool:
    """Return whether another date of a game joins it with the one in round `goal`."""
    if solution.opponent[team, round_] == NO_OPPONENT or solution.at_home[team, round_]:
        return False
    if _joined(league, solution.slot[team, round_], solution.slot[team, goal]):
        return False
    for slot in range(league.round_slots[round_], league.round_slots[round_ + 1]):
        if _joined(league, slot, solution.slot[team, goal]):
            return True
    return False


@inner_kernel
def _neighbour(
    league: CompiledLeague, solution: Solution, team: int, round_: int, step: int
) -> int:
    """Return the round of a team's next game in one direction, or -1."""
    other = round_ + step
    while 0 <= other < league.rounds:
        if solution.opponent[team, other] != NO_OPPONENT:
            return int(other)
        other += step
    return _NONE


@inlined_kernel
def _cost_beside(  # noqa: PLR0913, PLR0917 - a kernel takes numbers, not objects
    league: CompiledLeague,
    solution: Solution,
    team: int,
    host: int,
    slot: int,
    neighbour: int,
    hard: float,
) -> float:
    """Return what a game at `host` costs `team` next to its neighbouring game.

    Penalties of hard constraints on consecutive games less the travel that one trip
    saves, in milli-points.
    """
    if neighbour == _NONE:
        return 0.0
    away, side = int(team != host), 1 - solution.at_home[team, neighbour]
    there, other = solution.slot[team, neighbour], solution.opponent[team, neighbour]
    if there < slot:
        cost = hard * league.succession_cost[side, away, there, slot]
        if side and away:
            cost -= _trip_gain(league, team, other, host, there, slot)
    else:
        cost = hard * league.succession_cost[away, side, slot, there]
        if side and away:
            cost -= _trip_gain(league, team, host, other, slot, there)
    return float(cost)


@inlined_kernel
def _trip_gain(
    league: CompiledLeague, team: int, first: int, second: int, slot: int, later: int
) -> float:
    """Return what going straight from one host to the next saves, in milli-points."""
    if league.slot_day[later] - league.slot_day[slot] > league.trip_gap_days:
        return 0.0
    distance = league.distance_m
    saved_m = distance[first, team] + distance[team, second] - distance[first, second]
    return float(saved_m * league.milli_points_per_m)


@inlined_kernel
def _joined(league: CompiledLeague, one: int, other: int) -> bool:
    """Return whether two consecutive away games form a trip that is allowed."""
    slot, later = min(one, other), max(one, other)
    days = league.slot_day[later] - league.slot_day[slot]
    allowed = league.succession_cost[1, 1, slot, later] == 0
    return bool(days <= league.trip_gap_days and allowed)
