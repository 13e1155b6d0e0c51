"""What a team's season costs: journeys, games in a row, and meetings too close.

After a move only what it changes is scored again: the journeys to and from its rounds,
the meetings nearby, and the runs, counted on sets of rounds.
"""

from flextime_solver.instance.compiled_league import Ints
from flextime_solver.jit.kernels import inlined_kernel, inner_kernel
from flextime_solver.solution.round_sets import first_round
from flextime_solver.special.ttp.change import is_at_home, play
from flextime_solver.special.ttp.tour import Tour


@inner_kernel
def score_from_nothing(tour: Tour, team: int) -> None:
    """Cost of all that a team plays, as if a move had just brought it about."""
    for round_ in range(tour.rounds):
        opponent = tour.opponent[team, round_]
        play(tour, team, round_, opponent, is_at_home(tour, team, round_))
    travel, broken = 0, _too_long(tour, tour.home_rounds[team])
    for round_ in range(tour.rounds + 1):
        travel += _journey(tour, tour.stop, team, round_)
        broken += _too_close(tour, tour.opponent, team, round_)
    tour.travel[team] = travel
    tour.broken[team] = broken
    tour.total_travel += travel
    tour.total_broken += broken


@inner_kernel
def evaluate(tour: Tour, team: int) -> None:
    """Bring a team's cost up to date, and the totals."""
    near = _near(tour, tour.changed[team])
    travel, broken = 0, 0
    while near:
        round_ = first_round(0, near)
        near &= near - 1
        travel += _journey(tour, tour.stop, team, round_)
        travel -= _journey(tour, tour.saved_stop, team, round_)
        broken += _too_close(tour, tour.opponent, team, round_)
        broken -= _too_close(tour, tour.saved_opponent, team, round_)
    if tour.home_rounds[team] != tour.saved_home_rounds[team]:
        broken += _too_long(tour, tour.home_rounds[team])
        broken -= _too_long(tour, tour.saved_home_rounds[team])
    tour.travel[team] += travel
    tour.broken[team] += broken
    tour.total_travel += travel
    tour.total_broken += broken


@inlined_kernel
def _near(tour: Tour, changed: int) -> int:
    """Rounds, and the end of the season, that are scored with one of these."""
    near = changed | changed << 1
    for back in range(2, min(tour.min_gap, tour.rounds) + 1):
        near |= changed << back
    return near & ((2 << tour.rounds) - 1)


@inlined_kernel
def _journey(tour: Tour, stop: Ints, team: int, round_: int) -> int:
    """To where a team plays in a round, or home after the last."""
    return int(tour.metres[stop[team, round_], stop[team, round_ + 1]])


@inlined_kernel
def _too_close(tour: Tour, opponent: Ints, team: int, round_: int) -> int:
    """Deviations by this round's opponent, met already few rounds before.

    The opponent has the same: that makes them twice.
    """
    missing = 0
    for back in range(1, min(tour.min_gap, round_) + 1):
        if opponent[team, round_] == opponent[team, round_ - back]:
            missing += tour.min_gap - back + 1
    return missing * tour.gap_weight


@inlined_kernel
def _too_long(tour: Tour, home_rounds: int) -> int:
    """Twice the deviations by games in a row, away and at home."""
    away_rounds = ~home_rounds & ((1 << tour.rounds) - 1)
    away = tour.run_weight[0] * _beyond(away_rounds, tour.longest[0])
    home = tour.run_weight[1] * _beyond(home_rounds, tour.longest[1])
    return int(2 * (away + home))


@inlined_kernel
def _beyond(rounds: int, longest: int) -> int:
    """Rounds of a set that come after `longest` others of it without a break."""
    for _ in range(longest):
        if rounds == 0:
            return 0
        rounds &= rounds >> 1
    count = 0
    while rounds:
        rounds &= rounds - 1
        count += 1
    return count
