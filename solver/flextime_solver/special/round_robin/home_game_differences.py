"""Cost of differences in home games between two teams, round by round.

A difference depends on both teams' patterns, so its delta evaluation is the most
expensive one and is made last.
"""

from flextime_solver.instance.compiled_league import HARD, CompiledLeague, Ints
from flextime_solver.jit.kernels import inlined_kernel, inner_kernel
from flextime_solver.solution.membership import in_teams
from flextime_solver.special.round_robin.round_robin_solution import RoundRobinSolution

_EITHER = 2


@inner_kernel
def add_difference_deltas(league: CompiledLeague, solution: RoundRobinSolution) -> None:
    """Evaluate the pairs of each team with a new pattern and add to the delta."""
    for place in range(solution.changed_team_count):
        team = solution.changed_teams[place]
        solution.is_changed[team] = 1
        write_cumulative_home(solution, team, solution.new_home[team])
    for place in range(solution.changed_team_count):
        team = solution.changed_teams[place]
        for other in range(solution.teams):
            if _represents_pair(solution, team, other):
                evaluate_pair(league, solution, team, other)
                for part in range(2):
                    cost = solution.new_pair_cost[team, other, part]
                    before = solution.pair_cost[team, other, part]
                    solution.delta[part] += cost - before


@inlined_kernel
def _represents_pair(solution: RoundRobinSolution, team: int, other: int) -> bool:
    """Return whether a pair is evaluated for `team`, so that it is evaluated once."""
    return bool(team < other or (team > other and not solution.is_changed[other]))


@inner_kernel
def commit_differences(solution: RoundRobinSolution) -> None:
    """Accept the new cumulative home games and pair costs."""
    for place in range(solution.changed_team_count):
        team = solution.changed_teams[place]
        for round_ in range(solution.rounds):
            home_games = solution.new_cumulative_home[team, round_]
            solution.cumulative_home[team, round_] = home_games
        for other in range(solution.teams):
            if _represents_pair(solution, team, other):
                set_pair_cost(solution, team, other)
    for place in range(solution.changed_team_count):
        solution.is_changed[solution.changed_teams[place]] = 0


@inner_kernel
def set_pair_cost(solution: RoundRobinSolution, one: int, other: int) -> None:
    """Store the new cost of a pair and update the sums of both teams."""
    for part in range(2):
        cost = solution.new_pair_cost[one, other, part]
        added = cost - solution.pair_cost[one, other, part]
        solution.team_pair_cost[one, part] += added
        solution.team_pair_cost[other, part] += added
        solution.pair_cost[one, other, part] = cost
        solution.pair_cost[other, one, part] = cost


@inner_kernel
def discard_differences(solution: RoundRobinSolution) -> None:
    """Discard the new cumulative home games."""
    for place in range(solution.changed_team_count):
        team = solution.changed_teams[place]
        if solution.is_changed[team]:
            solution.is_changed[team] = 0
            for round_ in range(solution.rounds):
                home_games = solution.cumulative_home[team, round_]
                solution.new_cumulative_home[team, round_] = home_games


@inner_kernel
def write_cumulative_home(solution: RoundRobinSolution, team: int, home: int) -> None:
    """Write a pattern's home games up to each round to `new_cumulative_home`."""
    games = 0
    for round_ in range(solution.rounds):
        games += (home >> round_) & 1
        solution.new_cumulative_home[team, round_] = games


@inner_kernel
def evaluate_pair(
    league: CompiledLeague, solution: RoundRobinSolution, team: int, other: int
) -> None:
    """Write the cost of a pair after the staged move to `new_pair_cost`."""
    hard, soft = 0, 0
    for number in range(league.comparison_start, league.pair_rule_count):
        rule = league.pair_rules[number]
        if rule[5] == _EITHER:
            # Every team plays in every round, so these never differ.
            continue
        if not (in_teams(rule[3], team) and in_teams(rule[3], other)):
            continue
        difference = _max_difference(solution, team, other, rule)
        amount = max(0, difference - rule[4]) * rule[2]
        if rule[1] == HARD:
            hard += amount
        else:
            soft += amount
    solution.new_pair_cost[team, other, 0] = hard
    solution.new_pair_cost[team, other, 1] = soft


@inner_kernel
def _max_difference(
    solution: RoundRobinSolution, team: int, other: int, rule: Ints
) -> int:
    """Return the largest difference in home games after a round of the rule."""
    slots = rule[6]
    largest = 0
    for round_ in range(solution.rounds):
        difference = (
            solution.new_cumulative_home[team, round_]
            - solution.new_cumulative_home[other, round_]
        )
        # No branch, so that the compiler compares four rounds by one instruction.
        largest = max(largest, abs(difference) * ((slots >> round_) & 1))
    return int(largest)
