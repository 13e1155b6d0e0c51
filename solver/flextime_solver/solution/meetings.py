"""Meetings of two teams: how often, at which of the two, and in which phase."""

from flextime_solver.instance.compiled_league import HARD, CompiledLeague
from flextime_solver.jit.kernels import inlined_kernel, inner_kernel
from flextime_solver.solution.round_sets import bit_of, word_of
from flextime_solver.solution.solution import Solution


@inner_kernel
def update_meetings(
    league: CompiledLeague,
    solution: Solution,
    home: int,
    away: int,
    round_: int,
    step: int,
) -> None:
    """Add (`step` 1) or remove (-1) a meeting, and update the hard total."""
    solution.total[HARD] -= meetings_cost(league, solution, home, away)
    add_meetings(league, solution, home, away, round_, step)
    solution.total[HARD] += meetings_cost(league, solution, home, away)


@inlined_kernel
def add_meetings(
    league: CompiledLeague,
    solution: Solution,
    home: int,
    away: int,
    round_: int,
    step: int,
) -> None:
    """Add or remove a meeting in all counts of meetings, without its cost."""
    solution.rounds_hosted[home, away, word_of(round_)] ^= bit_of(round_)
    solution.hosted[home, away] += step
    solution.meetings[home, away] += step
    solution.meetings[away, home] += step
    solution.games[home] += step
    solution.games[away] += step
    if league.phases > 0:
        phase = round_ // league.rounds_per_phase
        if phase < league.phases:
            solution.in_phase[home, away, phase] += step
            solution.in_phase[away, home, phase] += step


@inlined_kernel
def meetings_cost(
    league: CompiledLeague, solution: Solution, one: int, other: int
) -> int:
    """Return the weighted deviation of two teams' meetings from the format."""
    meetings = solution.meetings[one, other]
    at_one = max(solution.hosted[one, other], solution.hosted[other, one])
    cost = (
        max(0, league.pair_min[one, other] - meetings)
        + max(0, meetings - league.pair_max[one, other])
        + max(0, at_one - league.pair_max_at_one[one, other])
    )
    for phase in range(league.phases):
        cost += solution.in_phase[one, other, phase] == 0
    return int(cost * league.base_weight)
