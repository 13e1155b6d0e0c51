"""Cost of one team's schedule: travel, long runs, and games of a pair too close.

After a move, delta evaluation visits only the rounds that the move changed and those
next to them; runs are counted on bit sets of rounds, a few operations for all rounds.
"""

from flextime_solver.instance.compiled_league import Ints
from flextime_solver.jit.kernels import inlined_kernel, inner_kernel
from flextime_solver.solution.round_sets import first_round
from flextime_solver.special.ttp.staging import is_at_home, stage
from flextime_solver.special.ttp.ttp_solution import TtpSolution


@inner_kernel
def evaluate_team_from_scratch(solution: TtpSolution, team: int) -> None:
    """Compute a team's cost and add it to the totals, which must not contain it yet.

    All rounds of the team are staged; the caller commits.
    """
    for round_ in range(solution.rounds):
        opponent = solution.opponent[team, round_]
        stage(solution, team, round_, opponent, is_at_home(solution, team, round_))
    travel, violation = 0, _run_violation(solution, solution.home_rounds[team])
    for round_ in range(solution.rounds + 1):
        travel += _trip_cost(solution, solution.location, team, round_)
        violation += _gap_violation(solution, solution.opponent, team, round_)
    solution.travel[team] = travel
    solution.violation[team] = violation
    solution.total_travel += travel
    solution.total_violation += violation


@inner_kernel
def evaluate_team(solution: TtpSolution, team: int) -> None:
    """Update a team's cost and the totals by what the staged move changes."""
    affected = _affected_rounds(solution, solution.changed_rounds[team])
    travel, violation = 0, 0
    while affected:
        round_ = first_round(0, affected)
        affected &= affected - 1
        travel += _trip_cost(solution, solution.location, team, round_)
        travel -= _trip_cost(solution, solution.saved_location, team, round_)
        violation += _gap_violation(solution, solution.opponent, team, round_)
        violation -= _gap_violation(solution, solution.saved_opponent, team, round_)
    if solution.home_rounds[team] != solution.saved_home_rounds[team]:
        violation += _run_violation(solution, solution.home_rounds[team])
        violation -= _run_violation(solution, solution.saved_home_rounds[team])
    solution.travel[team] += travel
    solution.violation[team] += violation
    solution.total_travel += travel
    solution.total_violation += violation


@inlined_kernel
def _affected_rounds(solution: TtpSolution, changed: int) -> int:
    """Return the rounds whose cost depends on a changed round, as bits.

    Bit `rounds` stands for the trip home after the last round.
    """
    affected = changed | changed << 1
    for back in range(2, min(solution.min_gap, solution.rounds) + 1):
        affected |= changed << back
    return affected & ((2 << solution.rounds) - 1)


@inlined_kernel
def _trip_cost(solution: TtpSolution, location: Ints, team: int, round_: int) -> int:
    """Return the metres to a team's location in a round, or home after the last."""
    return int(solution.distance_m[location[team, round_], location[team, round_ + 1]])


@inlined_kernel
def _gap_violation(
    solution: TtpSolution, opponent: Ints, team: int, round_: int
) -> int:
    """Return the penalty of meeting this round's opponent again too soon.

    The opponent's own evaluation counts the same, so the total is twice the penalty.
    """
    missing = 0
    for back in range(1, min(solution.min_gap, round_) + 1):
        if opponent[team, round_] == opponent[team, round_ - back]:
            missing += solution.min_gap - back + 1
    return missing * solution.gap_weight


@inlined_kernel
def _run_violation(solution: TtpSolution, home_rounds: int) -> int:
    """Return twice the penalty of a home-away pattern's runs."""
    away_rounds = ~home_rounds & ((1 << solution.rounds) - 1)
    away = solution.run_weight[0] * _excess_rounds(away_rounds, solution.max_run[0])
    home = solution.run_weight[1] * _excess_rounds(home_rounds, solution.max_run[1])
    return int(2 * (away + home))


@inlined_kernel
def _excess_rounds(rounds: int, max_run: int) -> int:
    """Return the number of rounds of a set that follow `max_run` consecutive others."""
    # Each step keeps the rounds whose predecessor was kept too.
    for _ in range(max_run):
        if rounds == 0:
            return 0
        rounds &= rounds >> 1
    count = 0
    while rounds:
        rounds &= rounds - 1
        count += 1
    return count
