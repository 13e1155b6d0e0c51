"""Teams that a move has touched, and how to restore them at the last commit."""

from flextime_solver.instance.compiled_league import CompiledLeague
from flextime_solver.jit.kernels import inner_kernel
from flextime_solver.solution.carry_over_effects import update_carry_over
from flextime_solver.solution.season_comparisons import update_prefix_sums
from flextime_solver.solution.slot_patterns import save_pattern
from flextime_solver.solution.solution import TEAM_COSTS, Solution
from flextime_solver.solution.team_sequence import team_sequence

SUMMED = 2
"""Mark in `Solution.touched` of a team whose prefix sums have been recomputed."""


@inner_kernel
def touch_team(league: CompiledLeague, solution: Solution, team: int) -> None:
    """Save a team as it was at the last commit, before its first change."""
    if solution.touched[team] == 0:
        solution.touched[team] = 1
        solution.touched_teams[solution.touched_count] = team
        solution.touched_count += 1
        save_pattern(solution, team)
        for column in range(TEAM_COSTS):
            solution.saved_cost[team, column] = solution.team_cost[team, column]
        for value in range(league.team_values):
            solution.saved_value[team, value] = solution.team_value[team, value]
        if league.counts_games_between:
            for round_ in range(league.rounds):
                solution.saved_games_before[team, round_] = solution.games_before[
                    team, round_
                ]


@inner_kernel
def restore_team(league: CompiledLeague, solution: Solution, team: int) -> None:
    """Restore the costs of a touched team whose games have been restored."""
    for column in range(TEAM_COSTS):
        solution.team_cost[team, column] = solution.saved_cost[team, column]
    if league.counts_games_between:
        for round_ in range(league.rounds):
            solution.games_before[team, round_] = solution.saved_games_before[
                team, round_
            ]
    _restore_values(league, solution, team)
    # Effects and prefix sums have no copies; they follow from the restored games.
    if league.carry_over_counters > 0:
        games, _ = team_sequence(league, solution, team)
        update_carry_over(league, solution, team, games)
    if solution.touched[team] == SUMMED:
        update_prefix_sums(league, solution, team)


@inner_kernel
def _restore_values(league: CompiledLeague, solution: Solution, team: int) -> None:
    for value in range(league.team_values):
        added = solution.team_value[team, value] - solution.saved_value[team, value]
        solution.count[league.value_counter[value]] -= added
        solution.team_value[team, value] = solution.saved_value[team, value]
