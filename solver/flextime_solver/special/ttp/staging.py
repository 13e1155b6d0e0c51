"""Staging of a move in a solution, and its commit or rollback.

A move changes the solution through `stage` alone, which notes the rounds and teams that
it touches, so that delta evaluation, commit and rollback visit only those.
"""

from flextime_solver.jit.kernels import inlined_kernel, inner_kernel
from flextime_solver.solution.round_sets import first_round
from flextime_solver.special.ttp.ttp_solution import TtpSolution


@inlined_kernel
def is_at_home(solution: TtpSolution, team: int, round_: int) -> int:
    """Return 1 if a team is at home in a round, else 0."""
    return int((solution.home_rounds[team] >> round_) & 1)


@inlined_kernel
def stage(
    solution: TtpSolution, team: int, round_: int, opponent: int, at_home: int
) -> None:
    """Assign an opponent to a team in a round, at home (1) or away (0).

    The opponent's side of the game must be staged too.
    """
    if solution.changed_rounds[team] == 0:
        solution.touched_teams[solution.touched_team_count] = team
        solution.touched_team_count += 1
    bit = 1 << round_
    solution.changed_rounds[team] |= bit
    solution.opponent[team, round_] = opponent
    solution.location[team, round_ + 1] = team if at_home else opponent
    solution.home_rounds[team] = (solution.home_rounds[team] & ~bit) | at_home << round_


@inner_kernel
def commit(solution: TtpSolution) -> None:
    """Accept the staged move, whose cost must have been evaluated."""
    for place in range(solution.touched_team_count):
        team = solution.touched_teams[place]
        changed = solution.changed_rounds[team]
        while changed:
            round_ = first_round(0, changed)
            changed &= changed - 1
            opponent = solution.opponent[team, round_]
            solution.saved_opponent[team, round_] = opponent
            location = solution.location[team, round_ + 1]
            solution.saved_location[team, round_ + 1] = location
            if is_at_home(solution, team, round_):
                solution.round_of[team, opponent] = round_
            else:
                solution.round_of[opponent, team] = round_
        solution.changed_rounds[team] = 0
        solution.saved_home_rounds[team] = solution.home_rounds[team]
        solution.saved_travel[team] = solution.travel[team]
        solution.saved_violation[team] = solution.violation[team]
    solution.touched_team_count = 0


@inner_kernel
def rollback(solution: TtpSolution) -> None:
    """Reject the staged move: restore the touched teams and the totals."""
    for place in range(solution.touched_team_count):
        team = solution.touched_teams[place]
        changed = solution.changed_rounds[team]
        while changed:
            round_ = first_round(0, changed)
            changed &= changed - 1
            solution.opponent[team, round_] = solution.saved_opponent[team, round_]
            location = solution.saved_location[team, round_ + 1]
            solution.location[team, round_ + 1] = location
        solution.changed_rounds[team] = 0
        solution.home_rounds[team] = solution.saved_home_rounds[team]
        travel, violation = solution.saved_travel[team], solution.saved_violation[team]
        solution.total_travel += travel - solution.travel[team]
        solution.total_violation += violation - solution.violation[team]
        solution.travel[team] = travel
        solution.violation[team] = violation
    solution.touched_team_count = 0


@inner_kernel
def update_best(solution: TtpSolution) -> None:
    """Copy the schedule if it has less violation than the best, or less travel."""
    total = solution.total_violation, solution.total_travel
    if total >= (solution.best_violation, solution.best_travel):
        return
    solution.best_violation, solution.best_travel = total
    solution.improved = 1
    for team in range(solution.teams):
        solution.best_home_rounds[team] = solution.home_rounds[team]
        for round_ in range(solution.rounds):
            solution.best_opponent[team, round_] = solution.opponent[team, round_]
