"""What a team's season costs, and how a move is kept or taken back."""

from flextime_solver.kernel import inner_kernel
from flextime_solver.tournament.tour import Tour


@inner_kernel
def touch(tour: Tour, team: int) -> None:
    """Save what a team plays before a move changes it."""
    if tour.touched[team] == 1:
        return
    tour.touched[team] = 1
    tour.touched_teams[tour.touched_count] = team
    tour.touched_count += 1
    for round_ in range(tour.rounds):
        tour.saved_opponent[team, round_] = tour.opponent[team, round_]
        tour.saved_at_home[team, round_] = tour.at_home[team, round_]
    tour.saved_travel[team] = tour.travel[team]
    tour.saved_broken[team] = tour.broken[team]


@inner_kernel
def settle(tour: Tour, team: int) -> None:
    """Bring a team's cost up to date, and the totals."""
    longest, weight = tour.longest, tour.run_weight
    travel, broken, run = 0, 0, 0
    side, stop = -1, team
    for round_ in range(tour.rounds):
        opponent, at_home = tour.opponent[team, round_], tour.at_home[team, round_]
        goal = team if at_home else opponent
        travel += tour.metres[stop, goal]
        stop = goal
        run = run + 1 if at_home == side else 1
        side = at_home
        if run > longest[side]:
            broken += 2 * weight[side]
        for back in range(1, min(tour.least_gap, round_) + 1):
            if tour.opponent[team, round_ - back] == opponent:
                broken += tour.gap_weight * (tour.least_gap - back + 1)
    travel += tour.metres[stop, team]
    tour.total_travel += travel - tour.travel[team]
    tour.total_broken += broken - tour.broken[team]
    tour.travel[team] = travel
    tour.broken[team] = broken


@inner_kernel
def commit(tour: Tour) -> None:
    """Keep the present move."""
    for place in range(tour.touched_count):
        team = tour.touched_teams[place]
        tour.touched[team] = 0
        for round_ in range(tour.rounds):
            opponent = tour.opponent[team, round_]
            if tour.at_home[team, round_]:
                tour.met_in[team, opponent] = round_
            else:
                tour.met_in[opponent, team] = round_
    tour.touched_count = 0


@inner_kernel
def undo(tour: Tour) -> None:
    """Take the present move back."""
    for place in range(tour.touched_count):
        team = tour.touched_teams[place]
        tour.touched[team] = 0
        for round_ in range(tour.rounds):
            tour.opponent[team, round_] = tour.saved_opponent[team, round_]
            tour.at_home[team, round_] = tour.saved_at_home[team, round_]
        tour.total_travel += tour.saved_travel[team] - tour.travel[team]
        tour.total_broken += tour.saved_broken[team] - tour.broken[team]
        tour.travel[team] = tour.saved_travel[team]
        tour.broken[team] = tour.saved_broken[team]
    tour.touched_count = 0


@inner_kernel
def keep_best(tour: Tour) -> None:
    """Copy what is played if it is the best so far."""
    if (tour.total_broken, tour.total_travel) >= (tour.best_broken, tour.best_travel):
        return
    tour.best_broken, tour.best_travel = tour.total_broken, tour.total_travel
    tour.improved = 1
    for team in range(tour.teams):
        for round_ in range(tour.rounds):
            tour.best_opponent[team, round_] = tour.opponent[team, round_]
            tour.best_at_home[team, round_] = tour.at_home[team, round_]
