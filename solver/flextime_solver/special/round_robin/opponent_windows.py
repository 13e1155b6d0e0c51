"""Opponent-window rules: games against some opponents in every window of rounds.

The rounds that a rule counts are a bit set for each team and rule. A move toggles bits
of the rules that count its games, and only those rules are evaluated again.
"""

from flextime_solver.instance.compiled_league import CompiledLeague, Ints
from flextime_solver.jit.kernels import inlined_kernel, inner_kernel, kernel
from flextime_solver.solution.membership import in_teams
from flextime_solver.special.round_robin.round_robin_solution import (
    MAX_WINDOWS,
    RoundRobinSolution,
)
from flextime_solver.special.round_robin.window_excess import window_excess

_EITHER = 2


@inlined_kernel
def window_rule(league: CompiledLeague, team: int, window: int) -> Ints:
    """Return the row of a team's opponent-window rule number `window`."""
    place = league.opponent_rule_start[team] + window
    row: Ints = league.sequence_rules[league.team_rule[place]]
    return row


@inlined_kernel
def window_count(league: CompiledLeague, team: int) -> int:
    """Return how many opponent-window rules a team has."""
    return int(league.team_rule_start[team + 1] - league.opponent_rule_start[team])


@inner_kernel
def window_deviation(solution: RoundRobinSolution, rule: Ints, counted: int) -> int:
    """Return the deviation from a rule that counts the rounds `counted`, as bits."""
    return window_excess(solution, counted, rule[3], rule[6], rule[7])


@kernel
def index_counted_games(league: CompiledLeague, solution: RoundRobinSolution) -> None:
    """Write to `counting_windows` which window rules count which games."""
    for team in range(solution.teams):
        for window in range(window_count(league, team)):
            rule = window_rule(league, team, window)
            for other in range(solution.teams):
                for side in range(2):
                    if rule[4] in (side, _EITHER) and in_teams(rule[5], other):
                        solution.counting_windows[team, side, other] |= 1 << window


@inner_kernel
def add_window_deltas(league: CompiledLeague, solution: RoundRobinSolution) -> None:
    """Evaluate the window rules that count games of the staged move."""
    for number in range(solution.moved_game_count):
        home, away = solution.moved_games[number, 0], solution.moved_games[number, 1]
        toggled = (1 << solution.moved_games[number, 2]) ^ (
            1 << solution.moved_games[number, 3]
        )
        _toggle_rounds(
            solution, home, solution.counting_windows[home, 0, away], toggled
        )
        _toggle_rounds(
            solution, away, solution.counting_windows[away, 1, home], toggled
        )
    for place in range(solution.touched_window_count):
        team, window = divmod(solution.touched_windows[place], MAX_WINDOWS)
        rule = window_rule(league, team, window)
        cost = rule[2] * window_deviation(
            solution, rule, solution.new_counted_rounds[team, window]
        )
        solution.new_window_cost[team, window] = cost
        solution.delta[rule[1]] += cost - solution.window_cost[team, window]


@inlined_kernel
def _toggle_rounds(
    solution: RoundRobinSolution, team: int, windows: int, toggled: int
) -> None:
    window = 0
    while windows:
        if windows & 1:
            if solution.is_touched[team, window] == 0:
                solution.is_touched[team, window] = 1
                number = solution.touched_window_count
                solution.touched_windows[number] = team * MAX_WINDOWS + window
                solution.touched_window_count = number + 1
            solution.new_counted_rounds[team, window] ^= toggled
        windows >>= 1
        window += 1


@inlined_kernel
def discard_windows(solution: RoundRobinSolution) -> None:
    """Discard what the staged move changes in window rules."""
    for place in range(solution.touched_window_count):
        team, window = divmod(solution.touched_windows[place], MAX_WINDOWS)
        solution.is_touched[team, window] = 0
        solution.new_counted_rounds[team, window] = solution.counted_rounds[
            team, window
        ]
    solution.touched_window_count = 0


@inlined_kernel
def commit_windows(solution: RoundRobinSolution) -> None:
    """Accept what the staged move changes in window rules."""
    for place in range(solution.touched_window_count):
        team, window = divmod(solution.touched_windows[place], MAX_WINDOWS)
        solution.is_touched[team, window] = 0
        solution.counted_rounds[team, window] = solution.new_counted_rounds[
            team, window
        ]
        solution.window_cost[team, window] = solution.new_window_cost[team, window]
    solution.touched_window_count = 0


@inner_kernel
def evaluate_windows(
    league: CompiledLeague, solution: RoundRobinSolution, team: int
) -> None:
    """Evaluate a team's window rules from scratch and add their cost to the total."""
    for window in range(window_count(league, team)):
        counted = 0
        for round_ in range(solution.rounds):
            other = solution.opponent[team, round_]
            away = 1 - ((solution.home[team] >> round_) & 1)
            if (solution.counting_windows[team, away, other] >> window) & 1:
                counted |= 1 << round_
        rule = window_rule(league, team, window)
        cost = rule[2] * window_deviation(solution, rule, counted)
        solution.counted_rounds[team, window] = counted
        solution.new_counted_rounds[team, window] = counted
        solution.window_cost[team, window] = cost
        solution.total[rule[1]] += cost
