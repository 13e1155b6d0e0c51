"""Conversion between games and the solution of a travelling tournament."""

from collections.abc import Iterable

import numpy as np

from flextime_solver.instance.compiled_league import CompiledLeague, Ints
from flextime_solver.jit.kernels import kernel
from flextime_solver.solution.conversion import PlacedGame
from flextime_solver.special.ttp.delta_evaluation import evaluate_team_from_scratch
from flextime_solver.special.ttp.hard_rules import meeting_gap, run_limits
from flextime_solver.special.ttp.staging import commit, update_best
from flextime_solver.special.ttp.ttp_solution import TtpSolution, empty_ttp_solution

_WORST = 1 << 30


def has_every_game(league: CompiledLeague, games: Iterable[PlacedGame]) -> bool:
    """Return whether every team hosts every other; an initial solution may be partial.

    Only complete games can be converted to a `TtpSolution`.
    """
    played = {(home, away) for home, away, _ in games}
    return len(played) == league.teams * (league.teams - 1)


def ttp_solution_of(league: CompiledLeague, games: Iterable[PlacedGame]) -> TtpSolution:
    """Return the complete games of a travelling tournament as an evaluated solution.

    Raises
    ------
    ValueError
        If the constraints of the league are not those of a travelling tournament.
    """
    limits, gap = run_limits(league), meeting_gap(league)
    if limits is None or gap is None:
        raise ValueError("the league is not a travelling tournament")
    solution = empty_ttp_solution()
    solution.teams, solution.rounds = league.teams, league.rounds
    solution.max_run[:], solution.run_weight[:] = limits
    solution.min_gap, solution.gap_weight = gap
    capacity = len(solution.distance_m)
    solution.distance_m[:] = league.distance_m[:capacity, :capacity]
    # After the last round teams have no opponent and are at home.
    solution.opponent[:] = solution.saved_opponent[:] = -1
    own = np.arange(len(solution.location))[:, None]
    solution.location[:] = solution.saved_location[:] = own
    for home, away, slot in games:
        round_ = int(league.slot_round[slot])
        solution.opponent[home, round_], solution.opponent[away, round_] = away, home
        solution.home_rounds[home] |= 1 << round_
    solution.best_violation = _WORST
    _evaluate_from_scratch(solution)
    return solution


@kernel
def _evaluate_from_scratch(solution: TtpSolution) -> None:
    for team in range(solution.teams):
        evaluate_team_from_scratch(solution, team)
    commit(solution)
    update_best(solution)


def games_of(
    league: CompiledLeague, opponent: Ints, home_rounds: Ints
) -> list[PlacedGame]:
    """Return the games of a solution's arrays in order of time.

    Parameters
    ----------
    league
        League whose slots the games get.
    opponent
        Opponent of (team, round).
    home_rounds
        Rounds in which each team is at home, as bits.
    """
    return [
        (team, int(opponent[team, round_]), int(league.round_slots[round_]))
        for round_ in range(league.rounds)
        for team in range(league.teams)
        if home_rounds[team] >> round_ & 1
    ]
