"""A double round robin with few breaks, and teams for its places.

Patterns first: rounds of the circle method whose venues alternate have n - 2 breaks,
the fewest that rounds in which every two teams meet once can have (de Werra 1981,
Scheduling in sports, in Studies on Graphs and Discrete Programming, Annals of Discrete
Mathematics 11, 381-395). Then teams: who takes which place in these rounds, as in the
last step of Nemhauser and Trick (1998), doi 10.1287/opre.46.1.1. Moves that change a
few games at a time hardly come to so few breaks: nearly each of them brings some.
"""

from itertools import pairwise
from random import Random

import numpy as np

from flextime_solver.annealing.constraint_weights import RuleWeights
from flextime_solver.instance.compiled_league import HARD, CompiledLeague
from flextime_solver.moves.search_state import Move, SearchState, new_search_state
from flextime_solver.search.penalised_search import WeighedSearch
from flextime_solver.solution.conversion import PlacedGame, games_in
from flextime_solver.special.round_robin.detect import is_double_round_robin

Round = list[tuple[int, int]]
"""Games as (home, away)."""

_MAX_SHARE = 0.2
"""Hard deviations for each team that such a start may have."""
_EXCHANGES = 300
"""Of two teams' places, for each pair of teams."""
_INITIAL_TEMPERATURE, _FINAL_TEMPERATURE = 2.0, 0.2
"""Temperatures in units of hard deviation."""
_STEPS = 50


def start_with_few_breaks(
    hard_rules: CompiledLeague, seed: int
) -> list[PlacedGame] | None:
    """Games with fewest breaks, teams placed so that hard rules are broken least.

    The league is one as `model.hard_rules` leaves it.

    None where no hard rule speaks of the breaks of several teams together, where the
    league is no double round robin that fixtures can hold, and where too many hard
    rules stay broken: such rounds have few short chains to move along.
    """
    if not (hard_rules.team_values and is_double_round_robin(hard_rules)):
        return None
    teams = int(hard_rules.teams)
    places = list(range(teams))
    Random(seed).shuffle(places)  # noqa: S311 - a start, no secret
    games = [
        (places[home], places[away], int(hard_rules.round_slots[number]))
        for number, round_ in enumerate(double_round_robin(teams))
        for home, away in round_
    ]
    state = _exchange_teams(hard_rules, games, seed)
    if state.best_total[HARD] > _MAX_SHARE * teams:
        return None
    return games_in(hard_rules, *state.best)


def double_round_robin(teams: int) -> list[Round]:
    """Both halves, the second at the other venues, from the round that fits best."""
    half = single_round_robin(teams)
    turned = [[(away, home) for home, away in round_] for round_ in half]
    seasons = (half + turned[first:] + turned[:first] for first in range(len(half)))
    return min(seasons, key=breaks)


def single_round_robin(teams: int) -> list[Round]:
    """Rounds of the circle method for an even number of teams, with n - 2 breaks."""
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
    """How often a team is on the same side in two rounds in a row."""
    hosts = [{home for home, _ in round_} for round_ in rounds]
    teams = 2 * len(rounds[0])
    return sum(teams - len(one ^ next_one) for one, next_one in pairwise(hosts))


def _exchange_teams(
    hard_rules: CompiledLeague, games: list[PlacedGame], seed: int
) -> SearchState:
    """Cool who takes which place; the best is the state's."""
    only_teams = np.zeros(len(Move))
    only_teams[Move.TEAMS] = 1.0
    state = new_search_state(seed, only_teams)
    search = WeighedSearch(hard_rules, state, games, RuleWeights(hard_rules), seed)
    pairs = int(hard_rules.teams * (hard_rules.teams - 1)) // 2
    for step in range(_STEPS):
        temperature = _INITIAL_TEMPERATURE * (
            _FINAL_TEMPERATURE / _INITIAL_TEMPERATURE
        ) ** (step / _STEPS)
        search.step(_EXCHANGES * pairs // _STEPS, temperature, 1.0)
    return state
