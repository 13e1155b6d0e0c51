"""How far a team's games, lined up in order of time, are from each rule of its own."""

from flextime_solver.instance.compiled_league import CompiledLeague, Ints, SequenceRule
from flextime_solver.jit.kernels import inner_kernel
from flextime_solver.solution.breaks import (
    count_breaks,
    excess_in_windows,
    excess_of_balance,
    excess_of_sides,
    excess_on_trips,
    games_without_partner,
    missing_road_trips,
)
from flextime_solver.solution.solution import Solution
from flextime_solver.solution.team_sequence import AWAY, DAY, OPPONENT, WEEKDAY

_RUN = int(SequenceRule.RUN)
_REST = int(SequenceRule.REST)
_WEEKDAYS = int(SequenceRule.WEEKDAYS)
_ROAD_DAY = int(SequenceRule.ROAD_DAY)
_EDGE = int(SequenceRule.EDGE)
_BREAKS = int(SequenceRule.BREAKS)
_BALANCE = int(SequenceRule.BALANCE)
_ROAD_TRIPS = int(SequenceRule.ROAD_TRIPS)
_TRIP_OPPONENTS = int(SequenceRule.TRIP_OPPONENTS)
_TRAVEL_PARTNERS = int(SequenceRule.TRAVEL_PARTNERS)
_WINDOW = int(SequenceRule.WINDOW)
_SIDE_WINDOW = int(SequenceRule.SIDE_WINDOW)


@inner_kernel
def deviation(
    league: CompiledLeague, solution: Solution, rule: Ints, games: int
) -> int:
    """How far a team, whose games are lined up, is from a rule of its own."""
    code = rule[0]
    if code == _RUN:
        return _run(solution.sequence[AWAY], games, 1 - rule[3], rule[4])
    if code == _REST:
        return _rest(solution.sequence[DAY], games, rule[3])
    if code == _WEEKDAYS:
        return _weekdays(solution.sequence, games, rule[3], rule[4])
    if code == _ROAD_DAY:
        return _road_day(league, solution.sequence, games, rule)
    return _deviation_of_sides(solution.sequence, rule, games)


@inner_kernel
def _deviation_of_sides(sequence: Ints, rule: Ints, games: int) -> int:  # noqa: PLR0911 - one arm a rule
    code = rule[0]
    if code == _EDGE:
        return _edge(sequence[AWAY], games, rule)
    if code == _WINDOW:
        return _window(sequence[AWAY], games, rule)
    if code == _SIDE_WINDOW:
        return excess_of_sides(sequence[AWAY], games, rule)
    if code == _BREAKS:
        breaks = count_breaks(sequence, games, rule[3], rule[5:9])
        return int(max(0, breaks - rule[4]) + max(0, rule[9] - breaks))
    if code == _BALANCE:
        return excess_of_balance(sequence[AWAY], games, rule[3])
    if code == _ROAD_TRIPS:
        return missing_road_trips(sequence, games, rule[3], rule[4:8])
    if code == _TRIP_OPPONENTS:
        return excess_on_trips(sequence, games, rule[3], rule[4], rule[5])
    if code == _TRAVEL_PARTNERS:
        return games_without_partner(sequence, games, rule)
    return excess_in_windows(sequence, games, rule)


@inner_kernel
def _run(away: Ints, games: int, side: int, allowed: int) -> int:
    """Games beyond the longest allowed run on one side."""
    amount = 0
    length = 0
    for game in range(games):
        if away[game] == side:
            length += 1
            if length > allowed:
                amount += 1
        else:
            length = 0
    return amount


@inner_kernel
def _rest(day: Ints, games: int, needed: int) -> int:
    amount = 0
    for game in range(1, games):
        amount += max(0, needed + 1 - (day[game] - day[game - 1]))
    return amount


@inner_kernel
def _weekdays(sequence: Ints, games: int, length: int, packed: int) -> int:
    amount = 0
    for start in range(games - length + 1):
        matches = sequence[WEEKDAY, start] == packed & 7
        for place in range(1, length):
            if not matches:
                break
            game = start + place
            matches = (
                sequence[WEEKDAY, game] == (packed >> (3 * place)) & 7
                and sequence[DAY, game] - sequence[DAY, game - 1] <= 7
            )
        amount += matches
    return amount


@inner_kernel
def _road_day(league: CompiledLeague, sequence: Ints, games: int, rule: Ints) -> int:
    road_day, days_between, nearby_m = rule[3], rule[4], rule[5]
    amount = 0
    for game in range(1, games):
        if sequence[AWAY, game] == 0 or sequence[WEEKDAY, game] != road_day:
            continue
        before = game - 1
        if sequence[DAY, game] - sequence[DAY, before] != days_between:
            amount += 1
        elif sequence[AWAY, before] == 1:
            hosts = sequence[OPPONENT, before], sequence[OPPONENT, game]
            amount += league.distance_m[hosts[0], hosts[1]] > nearby_m
    return amount


@inner_kernel
def _edge(away: Ints, games: int, rule: Ints) -> int:
    at_end, length, min_home, min_away = rule[3], rule[4], rule[5], rule[6]
    length = min(length, games)
    start = games - length if at_end else 0
    roads = 0
    for game in range(start, start + length):
        roads += away[game]
    return int(max(0, min_home - (length - roads)) + max(0, min_away - roads))


@inner_kernel
def _window(away: Ints, games: int, rule: Ints) -> int:
    where, length, allowed = rule[3], rule[4], rule[5]
    if games < length:
        return 0
    first = games - length if where == 2 else 0
    last = 0 if where == 1 else games - length
    roads = 0
    for game in range(first, first + length):
        roads += away[game]
    amount = max(0, roads - allowed)
    for start in range(first + 1, last + 1):
        roads += away[start + length - 1] - away[start - 1]
        amount += max(0, roads - allowed)
    return int(amount)
