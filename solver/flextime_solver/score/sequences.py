"""What rules over one team's games in order of time cost, and its travel."""

from flextime_solver.kernel import inner_kernel
from flextime_solver.model.compiled import (
    HARD,
    NOBODY,
    SOFT,
    TRAVEL,
    CompiledLeague,
    Ints,
    SequenceRule,
)
from flextime_solver.score.board import Board
from flextime_solver.score.breaks import (
    count_breaks,
    excess_in_windows,
    excess_of_balance,
    excess_on_trips,
    games_without_partner,
    missing_road_trips,
)
from flextime_solver.score.carry_over import settle_effects
from flextime_solver.score.counters import shift_counter
from flextime_solver.score.patterns import has_new_pattern

_RUN = int(SequenceRule.RUN)
_REST = int(SequenceRule.REST)
_WEEKDAYS = int(SequenceRule.WEEKDAYS)
_ROAD_DAY = int(SequenceRule.ROAD_DAY)
_EDGE = int(SequenceRule.EDGE)
_BREAKS = int(SequenceRule.BREAKS)
_BREAKS_TOGETHER = int(SequenceRule.BREAKS_TOGETHER)
_TRAVEL_TOGETHER = int(SequenceRule.TRAVEL_TOGETHER)
_BALANCE = int(SequenceRule.BALANCE)
_ROAD_TRIPS = int(SequenceRule.ROAD_TRIPS)
_TRIP_OPPONENTS = int(SequenceRule.TRIP_OPPONENTS)
_TRAVEL_PARTNERS = int(SequenceRule.TRAVEL_PARTNERS)
_WINDOW = int(SequenceRule.WINDOW)
_SIDES_HARD, _SIDES_SOFT = 3, 4
_DAY, _WEEKDAY, _AWAY, _OPPONENT, _ROUND, _SLOT = 0, 1, 2, 3, 4, 5


@inner_kernel
def line_up(league: CompiledLeague, board: Board, team: int) -> tuple[int, int]:
    """Write a team's games in order to the scratch; their number and the metres."""
    games = 0
    metres = 0
    away_before = False
    stop_before = 0
    day_before = 0
    for round_ in range(league.rounds):
        board.place[team, round_] = games
        opponent = board.opponent[team, round_]
        if opponent == NOBODY:
            continue
        slot = board.slot[team, round_]
        day = league.slot_day[slot]
        at_home = board.at_home[team, round_]
        host = team if at_home else opponent
        stop = league.special_stop[team, round_]
        if stop < 0:
            stop = host
        travels = league.travels[team, stop] == 1
        stays = away_before and day - day_before <= league.stays_away_days
        if travels and stays:
            metres += league.distance_m[stop_before, stop]
        else:
            if away_before:
                metres += league.distance_m[stop_before, team]
            if travels:
                metres += league.distance_m[team, stop]
        board.sequence[_DAY, games] = day
        board.sequence[_WEEKDAY, games] = league.slot_weekday[slot]
        board.sequence[_AWAY, games] = 1 - at_home
        board.sequence[_OPPONENT, games] = opponent
        board.sequence[_ROUND, games] = round_
        board.sequence[_SLOT, games] = slot
        games += 1
        away_before = travels
        stop_before = stop
        day_before = day
    if away_before:
        metres += league.distance_m[stop_before, team]
    return games, metres


@inner_kernel
def journey_m(league: CompiledLeague, board: Board, team: int) -> int:
    """Metres of a team's season, where nothing else of it is asked for."""
    metres = 0
    away_before = False
    stop_before = 0
    day_before = 0
    for round_ in range(league.rounds):
        opponent = board.opponent[team, round_]
        if opponent == NOBODY:
            continue
        day = league.slot_day[board.slot[team, round_]]
        stop = league.special_stop[team, round_]
        if stop < 0:
            stop = team if board.at_home[team, round_] else opponent
        travels = league.travels[team, stop] == 1
        if travels and away_before and day - day_before <= league.stays_away_days:
            metres += league.distance_m[stop_before, stop]
        else:
            if away_before:
                metres += league.distance_m[stop_before, team]
            if travels:
                metres += league.distance_m[team, stop]
        away_before = travels
        stop_before = stop
        day_before = day
    if away_before:
        metres += league.distance_m[stop_before, team]
    return int(metres)


@inner_kernel
def settle_team(league: CompiledLeague, board: Board, team: int) -> None:
    """Bring the cost of a team's sequence up to date."""
    anew = has_new_pattern(board, team)
    last = league.team_rule_start[team + 1]
    first_of_opponents = league.opponent_rule_start[team]
    metres = 0
    if anew or first_of_opponents < last or league.carry_over_counters > 0:
        games, metres = line_up(league, board, team)
        if league.carry_over_counters > 0:
            settle_effects(league, board, team, games)
        if anew:
            first = league.team_rule_start[team]
            hard, soft = _cost_of_rules(
                league, board, team, first, first_of_opponents, games, metres
            )
            board.team_cost[team, _SIDES_HARD] = (
                hard + abs(games - league.games_per_team) * league.base_weight
            )
            board.team_cost[team, _SIDES_SOFT] = soft
        hard, soft = _cost_of_rules(
            league, board, team, first_of_opponents, last, games, metres
        )
    else:
        hard, soft = 0, 0
        if league.measures_travel:
            metres = journey_m(league, board, team)
    _replace(board, team, 0, hard + board.team_cost[team, _SIDES_HARD], HARD)
    _replace(board, team, 1, soft + board.team_cost[team, _SIDES_SOFT], SOFT)
    _replace(board, team, 2, metres, TRAVEL)


@inner_kernel
def _replace(board: Board, team: int, part: int, cost: int, total: int) -> None:
    board.total[total] += cost - board.team_cost[team, part]
    board.team_cost[team, part] = cost


@inner_kernel
def _cost_of_rules(  # noqa: PLR0913, PLR0917 - a kernel takes numbers, not objects
    league: CompiledLeague,
    board: Board,
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
            breaks = count_breaks(board.sequence, games, rule[3], rule[6:10])
            _set_value(league, board, team, rule, breaks)
            continue
        if rule[0] == _TRAVEL_TOGETHER:
            _set_value(league, board, team, rule, metres)
            continue
        amount = deviation(league, board, rule, games) * rule[2]
        if rule[1] == HARD:
            hard += amount
        else:
            soft += amount
    return hard, soft


@inner_kernel
def deviation(league: CompiledLeague, board: Board, rule: Ints, games: int) -> int:
    """How far a team, whose games are lined up, is from a rule of its own."""
    code = rule[0]
    if code == _RUN:
        return _run(board.sequence[_AWAY], games, 1 - rule[3], rule[4])
    if code == _REST:
        return _rest(board.sequence[_DAY], games, rule[3])
    if code == _WEEKDAYS:
        return _weekdays(board.sequence, games, rule[3], rule[4])
    if code == _ROAD_DAY:
        return _road_day(league, board.sequence, games, rule)
    return _deviation_of_sides(board.sequence, rule, games)


@inner_kernel
def _deviation_of_sides(sequence: Ints, rule: Ints, games: int) -> int:  # noqa: PLR0911 - one arm a rule
    code = rule[0]
    if code == _EDGE:
        return _edge(sequence[_AWAY], games, rule)
    if code == _WINDOW:
        return _window(sequence[_AWAY], games, rule)
    if code == _BREAKS:
        breaks = count_breaks(sequence, games, rule[3], rule[5:9])
        return int(max(0, breaks - rule[4]) + max(0, rule[9] - breaks))
    if code == _BALANCE:
        return excess_of_balance(sequence[_AWAY], games, rule[3])
    if code == _ROAD_TRIPS:
        return missing_road_trips(sequence, games, rule[3], rule[4:8])
    if code == _TRIP_OPPONENTS:
        return excess_on_trips(sequence, games, rule[3], rule[4], rule[5])
    if code == _TRAVEL_PARTNERS:
        return games_without_partner(sequence, games, rule)
    return excess_in_windows(sequence, games, rule)


@inner_kernel
def _set_value(
    league: CompiledLeague, board: Board, team: int, rule: Ints, value: int
) -> None:
    """What counts for all teams together goes to a counter."""
    before = board.team_value[team, rule[4]]
    if value != before:
        shift_counter(league, board, rule[5], value - before)
        board.team_value[team, rule[4]] = value


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
        matches = sequence[_WEEKDAY, start] == packed & 7
        for place in range(1, length):
            if not matches:
                break
            game = start + place
            matches = (
                sequence[_WEEKDAY, game] == (packed >> (3 * place)) & 7
                and sequence[_DAY, game] - sequence[_DAY, game - 1] <= 7
            )
        amount += matches
    return amount


@inner_kernel
def _road_day(league: CompiledLeague, sequence: Ints, games: int, rule: Ints) -> int:
    road_day, days_between, nearby_m = rule[3], rule[4], rule[5]
    amount = 0
    for game in range(1, games):
        if sequence[_AWAY, game] == 0 or sequence[_WEEKDAY, game] != road_day:
            continue
        before = game - 1
        if sequence[_DAY, game] - sequence[_DAY, before] != days_between:
            amount += 1
        elif sequence[_AWAY, before] == 1:
            hosts = sequence[_OPPONENT, before], sequence[_OPPONENT, game]
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
