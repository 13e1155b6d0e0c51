"""Conversion between games and the solution of a compact double round robin."""

from collections import Counter
from collections.abc import Iterable

from flextime_solver.instance.compiled_league import CompiledLeague, Ints
from flextime_solver.solution.conversion import PlacedGame
from flextime_solver.special.round_robin.evaluation import evaluate_from_scratch
from flextime_solver.special.round_robin.opponent_windows import index_counted_games
from flextime_solver.special.round_robin.round_robin_solution import (
    RoundRobinSolution,
    empty_round_robin_solution,
)

WORST = 1 << 60
"""Cost of the best schedule before there is one."""


def round_robin_solution_of(
    league: CompiledLeague, games: Iterable[PlacedGame]
) -> RoundRobinSolution | None:
    """Return complete games as an evaluated solution.

    The result is None if a game is missing, or if the league is phased and a pair meets
    twice in one phase.
    """
    solution = empty_round_robin_solution()
    teams, rounds = int(league.teams), int(league.rounds)
    solution.teams, solution.rounds = teams, rounds
    solution.rounds_per_phase = league.rounds_per_phase if league.phases else rounds
    played: set[tuple[int, int]] = set()
    busy: set[tuple[int, int]] = set()
    meetings: Counter[tuple[int, int, int]] = Counter()
    for home, away, round_ in games:
        solution.round_of[home, away] = round_
        solution.opponent[home, round_] = away
        solution.opponent[away, round_] = home
        solution.home[home] |= 1 << round_
        played.add((home, away))
        busy |= {(home, round_), (away, round_)}
        phase = round_ // int(solution.rounds_per_phase)
        meetings[min(home, away), max(home, away), phase] += 1
    is_complete = len(played) == teams * (teams - 1) and len(busy) == teams * rounds
    if not is_complete or (league.phases and max(meetings.values()) > 1):
        return None
    index_counted_games(league, solution)
    solution.new_round[:] = solution.round_of
    solution.best[:] = WORST
    evaluate_from_scratch(league, solution)
    return solution


def games_of(league: CompiledLeague, round_of: Ints) -> list[PlacedGame]:
    """Return the games of an array of rounds by (home, away), in order of time."""
    teams = range(int(league.teams))
    games = [
        (home, away, int(round_of[home, away]))
        for home in teams
        for away in teams
        if home != away
    ]
    return sorted(games, key=lambda game: (game[2], game[0]))
