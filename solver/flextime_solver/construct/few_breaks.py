"""A start with few breaks: rounds of the circle method, then teams for its places.

Patterns come first: rounds of the circle method with alternating venues have n - 2
breaks, the fewest that a single round robin of n teams can have (de Werra 1981,
Scheduling in sports, in Studies on Graphs and Discrete Programming, Annals of Discrete
Mathematics 11, 381-395). Then teams are assigned to the places of these rounds, as in
the last step of Nemhauser and Trick (1998), doi 10.1287/opre.46.1.1. Moves that change
a few games at a time hardly reach so few breaks, since nearly every one adds some.
"""

from itertools import pairwise
from random import Random

import numpy as np

from flextime_solver.annealing.constraint_weights import ConstraintWeights
from flextime_solver.construct.params import FewBreaksParams
from flextime_solver.instance.compiled_league import HARD, CompiledLeague
from flextime_solver.moves.search_state import Move, SearchState, new_search_state
from flextime_solver.search.penalised_search import PenalisedSearch
from flextime_solver.solution.conversion import PlacedGame, games_in
from flextime_solver.special.round_robin.detect import is_double_round_robin

Round = list[tuple[int, int]]
"""Games as (home, away)."""


def games_with_few_breaks(
    hard_constraints: CompiledLeague,
    seed: int,
    params: FewBreaksParams | None = None,
) -> list[PlacedGame] | None:
    """Return games with few breaks that violate few hard constraints.

    Parameters
    ----------
    hard_constraints
        The league reduced to hard constraints (`instance.hard_constraints`).
    seed
        Seed of the assignment of teams to places.
    params
        Default values if omitted.

    Returns
    -------
    None if no hard constraint limits the breaks of several teams together, if the
    league is not a double round robin without byes, or if too many hard constraints
    stay violated: such rounds have few short chains for later moves.
    """
    params = params or FewBreaksParams()
    if not (hard_constraints.team_values and is_double_round_robin(hard_constraints)):
        return None
    teams = int(hard_constraints.teams)
    places = list(range(teams))
    Random(seed).shuffle(places)  # noqa: S311 - a start, no secret
    games = [
        (places[home], places[away], int(hard_constraints.round_slots[number]))
        for number, round_ in enumerate(double_round_robin(teams))
        for home, away in round_
    ]
    state = _assign_teams(hard_constraints, games, seed, params)
    if state.best_total[HARD] > params.max_violations * teams:
        return None
    return games_in(hard_constraints, *state.best)


def double_round_robin(teams: int) -> list[Round]:
    """Return both halves as rounds of games.

    The second half has the venues reversed, and begins with the round that causes the
    fewest breaks.
    """
    half = single_round_robin(teams)
    turned = [[(away, home) for home, away in round_] for round_ in half]
    seasons = (half + turned[first:] + turned[:first] for first in range(len(half)))
    return min(seasons, key=breaks)


def single_round_robin(teams: int) -> list[Round]:
    """Return the rounds of the circle method for an even number of teams.

    They have `teams` - 2 breaks.
    """
    around = teams - 1
    rounds = []
    for round_ in range(around):
        fixed = (around, round_) if round_ % 2 == 0 else (round_, around)
        games = [fixed]
        for apart in range(1, teams // 2):
            one, other = (round_ + apart) % around, (round_ - apart) % around
            games.append((one, other) if apart % 2 else (other, one))
        rounds.append(games)
    return rounds


def breaks(rounds: list[Round]) -> int:
    """Return how often a team is at home, or away, in two consecutive rounds."""
    hosts = [{home for home, _ in round_} for round_ in rounds]
    teams = 2 * len(rounds[0])
    return sum(teams - len(one ^ next_one) for one, next_one in pairwise(hosts))


def _assign_teams(
    hard_constraints: CompiledLeague,
    games: list[PlacedGame],
    seed: int,
    params: FewBreaksParams,
) -> SearchState:
    """Anneal the assignment of teams to places; the state has the best one."""
    only_teams = np.zeros(len(Move))
    only_teams[Move.TEAMS] = 1.0
    state = new_search_state(seed, only_teams)
    weights = ConstraintWeights(hard_constraints)
    search = PenalisedSearch(hard_constraints, state, games, weights, seed)
    pairs = int(hard_constraints.teams * (hard_constraints.teams - 1)) // 2
    ratio = params.final_temperature / params.initial_temperature
    for step in range(params.steps):
        temperature = params.initial_temperature * ratio ** (step / params.steps)
        moves = params.swaps_per_pair * pairs // params.steps
        search.step(moves, temperature, penalty_weight=1.0)
    return state
