"""Games against some opponents in every window of rounds, and what a move changes."""

from flextime_solver.instance.compiled_league import CompiledLeague, Ints
from flextime_solver.jit.bits import count_ones
from flextime_solver.jit.kernels import inlined_kernel, inner_kernel, kernel
from flextime_solver.solution.membership import in_teams
from flextime_solver.special.round_robin.fixtures import (
    LONGEST_WINDOW,
    MAX_WINDOWS,
    Fixtures,
)

_EITHER = 2


@inner_kernel
def excess_in_windows(
    fixtures: Fixtures, bits: int, length: int, low: int, high: int
) -> int:
    """Rounds of a set too few or too many, over all windows of rounds in a row."""
    if length > fixtures.rounds:
        return 0
    if length > LONGEST_WINDOW:
        return _excess_of_sliding(bits, fixtures.rounds, length, low, high)
    windows = (1 << (fixtures.rounds - length + 1)) - 1
    at_least = fixtures.at_least
    at_least[0] = windows
    for number in range(1, length + 1):
        at_least[number] = 0
    for place in range(length):
        these = bits >> place
        for number in range(place + 1, 0, -1):
            at_least[number] |= at_least[number - 1] & these
    amount = 0
    for number in range(max(0, high) + 1, length + 1):
        amount += count_ones(at_least[number])
    for number in range(1, low + 1):
        amount += count_ones(~at_least[number] & windows)
    return int(amount)


@inner_kernel
def _excess_of_sliding(bits: int, rounds: int, length: int, low: int, high: int) -> int:
    counted, amount = 0, 0
    for round_ in range(rounds):
        counted += (bits >> round_) & 1
        if round_ >= length:
            counted -= (bits >> (round_ - length)) & 1
        if round_ >= length - 1:
            amount += max(0, counted - high) + max(0, low - counted)
    return int(amount)


@inlined_kernel
def window_rule(league: CompiledLeague, team: int, window: int) -> Ints:
    """The row of a team's rule on windows against some opponents."""
    place = league.opponent_rule_start[team] + window
    row: Ints = league.sequence_rules[league.team_rule[place]]
    return row


@inlined_kernel
def windows_of(league: CompiledLeague, team: int) -> int:
    """How many such rules a team has."""
    return int(league.team_rule_start[team + 1] - league.opponent_rule_start[team])


@inner_kernel
def window_deviation(fixtures: Fixtures, rule: Ints, met: int) -> int:
    return excess_in_windows(fixtures, met, rule[3], rule[6], rule[7])


@kernel
def find_games_that_count(league: CompiledLeague, fixtures: Fixtures) -> None:
    """Write to `met_by` which rules on windows count which games."""
    for team in range(fixtures.teams):
        for window in range(windows_of(league, team)):
            rule = window_rule(league, team, window)
            for other in range(fixtures.teams):
                for side in range(2):
                    if rule[4] in (side, _EITHER) and in_teams(rule[5], other):
                        fixtures.met_by[team, side, other] |= 1 << window


@inner_kernel
def add_windows(league: CompiledLeague, fixtures: Fixtures) -> None:
    """Add what the games of the move change in windows."""
    for number in range(fixtures.moved_count):
        home, away = fixtures.moved[number, 0], fixtures.moved[number, 1]
        turned = (1 << fixtures.moved[number, 2]) ^ (1 << fixtures.moved[number, 3])
        _turn(fixtures, home, fixtures.met_by[home, 0, away], turned)
        _turn(fixtures, away, fixtures.met_by[away, 1, home], turned)
    for place in range(fixtures.touched_window_count):
        team, window = divmod(fixtures.touched_windows[place], MAX_WINDOWS)
        rule = window_rule(league, team, window)
        cost = rule[2] * window_deviation(
            fixtures, rule, fixtures.new_met[team, window]
        )
        fixtures.new_window_cost[team, window] = cost
        fixtures.change[rule[1]] += cost - fixtures.window_cost[team, window]


@inlined_kernel
def _turn(fixtures: Fixtures, team: int, windows: int, turned: int) -> None:
    window = 0
    while windows:
        if windows & 1:
            if fixtures.is_touched[team, window] == 0:
                fixtures.is_touched[team, window] = 1
                number = fixtures.touched_window_count
                fixtures.touched_windows[number] = team * MAX_WINDOWS + window
                fixtures.touched_window_count = number + 1
            fixtures.new_met[team, window] ^= turned
        windows >>= 1
        window += 1


@inlined_kernel
def forget_windows(fixtures: Fixtures) -> None:
    for place in range(fixtures.touched_window_count):
        team, window = divmod(fixtures.touched_windows[place], MAX_WINDOWS)
        fixtures.is_touched[team, window] = 0
        fixtures.new_met[team, window] = fixtures.met[team, window]
    fixtures.touched_window_count = 0


@inlined_kernel
def take_over_windows(fixtures: Fixtures) -> None:
    for place in range(fixtures.touched_window_count):
        team, window = divmod(fixtures.touched_windows[place], MAX_WINDOWS)
        fixtures.is_touched[team, window] = 0
        fixtures.met[team, window] = fixtures.new_met[team, window]
        fixtures.window_cost[team, window] = fixtures.new_window_cost[team, window]
    fixtures.touched_window_count = 0


@inner_kernel
def score_windows(league: CompiledLeague, fixtures: Fixtures, team: int) -> None:
    """Count a team's windows from nothing, and add what they cost to the total."""
    for window in range(windows_of(league, team)):
        met = 0
        for round_ in range(fixtures.rounds):
            other = fixtures.opponent[team, round_]
            away = 1 - ((fixtures.home[team] >> round_) & 1)
            if (fixtures.met_by[team, away, other] >> window) & 1:
                met |= 1 << round_
        rule = window_rule(league, team, window)
        cost = rule[2] * window_deviation(fixtures, rule, met)
        fixtures.met[team, window] = met
        fixtures.new_met[team, window] = met
        fixtures.window_cost[team, window] = cost
        fixtures.total[rule[1]] += cost
