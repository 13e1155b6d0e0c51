"""The placing model: a MIP that assigns each chosen game to a round.

An edge colouring of the multigraph of games, as in de Werra (1981,
doi 10.1016/S0304-0208(08)73478-9); docs/model-solver.md has the inequalities.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

import pulp

from flextime_solver.backends.highs import quiet_highs
from flextime_solver.construct.trip_model import Game
from flextime_solver.instance.compiled_league import CompiledLeague
from flextime_solver.solution.conversion import PlacedGame

_CHOSEN = 0.5


def has_pairing_choice(league: CompiledLeague) -> bool:
    """Return whether the format leaves opponents or hosts to be chosen."""
    for one, other in combinations(range(league.teams), 2):
        least, most = league.pair_min[one, other], league.pair_max[one, other]
        if least < most or least % 2 == 1:
            return True
    return False


def place_games(
    league: CompiledLeague, games: Sequence[Game], time_limit_s: float
) -> list[PlacedGame]:
    """Assign games to rounds so that no team has two in one.

    Parameters
    ----------
    games
        Games as (home, away); one that is played twice occurs twice.
    time_limit_s
        Time limit in seconds.

    Returns
    -------
    Games in the first slots of their rounds; no games if no assignment was found.
    """
    rounds = range(league.rounds)
    problem = pulp.LpProblem("placing", pulp.LpMinimize)
    counted = Counter(games)
    placed = {
        (game, round_): problem.add_variable(
            f"placed[{game[0]},{game[1]},{round_}]", 0, 1, "Integer"
        )
        for game in counted
        for round_ in rounds
    }
    # sum over r of placed[g,r] = times that the game is played       for every game
    for game, times in counted.items():
        problem += pulp.lpSum(placed[game, round_] for round_ in rounds) == times
    # sum over the games g of t of placed[g,r] <= 1         for every team and round
    for team in range(league.teams):
        own = [game for game in counted if team in game]
        for round_ in rounds:
            problem += pulp.lpSum(placed[game, round_] for game in own) <= 1
    if not problem.solve(quiet_highs(time_limit_s)).has_solution:
        return []
    return [
        (*game, int(league.round_slots[round_]))
        for (game, round_), column in placed.items()
        if (column.value() or 0) > _CHOSEN
    ]
