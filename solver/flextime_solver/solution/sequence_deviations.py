"""Deviation of one team's games, in order of time, from each sequence rule."""

from flextime_solver.instance.compiled_league import CompiledLeague, Ints, SequenceRule
from flextime_solver.jit.kernels import inner_kernel
from flextime_solver.solution.breaks import count_breaks
from flextime_solver.solution.game_windows import (
    away_window_deviation,
    opponent_window_deviation,
    side_window_deviation,
)
from flextime_solver.solution.solution import Solution
from flextime_solver.solution.team_sequence import AWAY, DAY, WEEKDAY
from flextime_solver.solution.trips import (
    games_without_partner,
    missing_trips,
    road_day_deviation,
    trip_opponents_deviation,
)

# Plain integers: rows of rules are arrays, and kernels compare their first column.
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
def sequence_deviation(
    league: CompiledLeague, solution: Solution, rule: Ints, games: int
) -> int:
    """Return the deviation of a team from one of its sequence rules, unweighted.

    The team's games must be in ``solution.sequence`` (`team_sequence`); `rule` is a row
    of ``league.sequence_rules``.
    """
    code = rule[0]
    if code == _RUN:
        return _run(solution.sequence[AWAY], games, 1 - rule[3], rule[4])
    if code == _REST:
        return _rest(solution.sequence[DAY], games, rule[3])
    if code == _WEEKDAYS:
        return _weekdays(solution.sequence, games, rule[3], rule[4])
    if code == _ROAD_DAY:
        return road_day_deviation(league, solution.sequence, games, rule)
    return _deviation_of_sides(solution.sequence, rule, games)


@inner_kernel
def _deviation_of_sides(sequence: Ints, rule: Ints, games: int) -> int:  # noqa: PLR0911 - one arm a rule
    code = rule[0]
    if code == _EDGE:
        return _edge(sequence[AWAY], games, rule)
    if code == _WINDOW:
        return away_window_deviation(sequence[AWAY], games, rule)
    if code == _SIDE_WINDOW:
        return side_window_deviation(sequence[AWAY], games, rule)
    if code == _BREAKS:
        breaks = count_breaks(sequence, games, rule[3], rule[5:9])
        return int(max(0, breaks - rule[4]) + max(0, rule[9] - breaks))
    if code == _BALANCE:
        return _balance(sequence[AWAY], games, rule[3])
    if code == _ROAD_TRIPS:
        return missing_trips(sequence, games, rule[3], rule[4:8])
    if code == _TRIP_OPPONENTS:
        return trip_opponents_deviation(sequence, games, rule[3], rule[4], rule[5])
    if code == _TRAVEL_PARTNERS:
        return games_without_partner(sequence, games, rule)
    return opponent_window_deviation(sequence, games, rule)


@inner_kernel
def _run(away: Ints, games: int, side: int, max_games: int) -> int:
    """Count games in a row on one side beyond the limit; `side` is 1 for away."""
    deviation = 0
    length = 0
    for game in range(games):
        if away[game] == side:
            length += 1
            if length > max_games:
                deviation += 1
        else:
            length = 0
    return deviation


@inner_kernel
def _rest(day: Ints, games: int, min_rest_days: int) -> int:
    deviation = 0
    for game in range(1, games):
        deviation += max(0, min_rest_days + 1 - (day[game] - day[game - 1]))
    return deviation


@inner_kernel
def _weekdays(sequence: Ints, games: int, length: int, packed: int) -> int:
    """Count matches of a pattern of weekdays, three bits a day, within single weeks."""
    deviation = 0
    for start in range(games - length + 1):
        matches = sequence[WEEKDAY, start] == packed & 7
        for offset in range(1, length):
            if not matches:
                break
            game = start + offset
            matches = (
                sequence[WEEKDAY, game] == (packed >> (3 * offset)) & 7
                and sequence[DAY, game] - sequence[DAY, game - 1] <= 7
            )
        deviation += matches
    return deviation


@inner_kernel
def _edge(away: Ints, games: int, rule: Ints) -> int:
    """Count home and away games missing among the first or last games of the season."""
    at_end, length, min_home, min_away = rule[3], rule[4], rule[5], rule[6]
    length = min(length, games)
    start = games - length if at_end else 0
    away_games = 0
    for game in range(start, start + length):
        away_games += away[game]
    missing_home = max(0, min_home - (length - away_games))
    return int(missing_home + max(0, min_away - away_games))


@inner_kernel
def _balance(away: Ints, games: int, max_difference: int) -> int:
    """Return how far home and away games are apart at most, beyond the limit."""
    largest = 0
    difference = 0
    for game in range(games):
        difference += 1 - 2 * away[game]
        largest = max(largest, abs(difference))
    return int(max(0, largest - max_difference))
