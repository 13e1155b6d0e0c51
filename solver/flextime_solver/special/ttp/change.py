"""What a move changes in a tour, and how it is kept or taken back.

A move goes through `play` alone: that notes which rounds of which teams it changes, so
that only they are scored again, saved or brought back.
"""

from flextime_solver.jit.kernels import inlined_kernel, inner_kernel
from flextime_solver.solution.round_sets import first_round
from flextime_solver.special.ttp.tour import Tour


@inlined_kernel
def is_at_home(tour: Tour, team: int, round_: int) -> int:
    return int((tour.home_rounds[team] >> round_) & 1)


@inlined_kernel
def play(tour: Tour, team: int, round_: int, opponent: int, at_home: int) -> None:
    """Have a team meet an opponent in a round, at home (1) or away (0)."""
    if tour.changed[team] == 0:
        tour.touched_teams[tour.touched_count] = team
        tour.touched_count += 1
    bit = 1 << round_
    tour.changed[team] |= bit
    tour.opponent[team, round_] = opponent
    tour.stop[team, round_ + 1] = team if at_home else opponent
    tour.home_rounds[team] = (tour.home_rounds[team] & ~bit) | at_home << round_


@inner_kernel
def commit(tour: Tour) -> None:
    """Keep the present move."""
    for place in range(tour.touched_count):
        team = tour.touched_teams[place]
        changed = tour.changed[team]
        while changed:
            round_ = first_round(0, changed)
            changed &= changed - 1
            opponent = tour.opponent[team, round_]
            tour.saved_opponent[team, round_] = opponent
            tour.saved_stop[team, round_ + 1] = tour.stop[team, round_ + 1]
            if is_at_home(tour, team, round_):
                tour.met_in[team, opponent] = round_
            else:
                tour.met_in[opponent, team] = round_
        tour.changed[team] = 0
        tour.saved_home_rounds[team] = tour.home_rounds[team]
        tour.saved_travel[team] = tour.travel[team]
        tour.saved_broken[team] = tour.broken[team]
    tour.touched_count = 0


@inner_kernel
def undo(tour: Tour) -> None:
    """Take the present move back."""
    for place in range(tour.touched_count):
        team = tour.touched_teams[place]
        changed = tour.changed[team]
        while changed:
            round_ = first_round(0, changed)
            changed &= changed - 1
            tour.opponent[team, round_] = tour.saved_opponent[team, round_]
            tour.stop[team, round_ + 1] = tour.saved_stop[team, round_ + 1]
        tour.changed[team] = 0
        tour.home_rounds[team] = tour.saved_home_rounds[team]
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
        tour.best_home_rounds[team] = tour.home_rounds[team]
        for round_ in range(tour.rounds):
            tour.best_opponent[team, round_] = tour.opponent[team, round_]
