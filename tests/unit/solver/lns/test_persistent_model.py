from math import inf
from random import Random

import pytest

from flextime.domain.leagues.league import League
from flextime.domain.runs.attempts import Instance
from flextime_solver.construct.random_rounds import random_games
from flextime_solver.instance.compiler import compile_league
from flextime_solver.instance.round_constraints import Cell
from flextime_solver.lns.large_neighbourhood_search import neighbourhoods
from flextime_solver.lns.neighbourhood import Neighbourhood
from flextime_solver.lns.params import NeighbourhoodSizes
from flextime_solver.lns.persistent_model import PersistentRoundModel
from flextime_solver.lns.round_model import RoundModel
from flextime_solver.solution.conversion import PlacedGame, solution_of

NODES, START_MAX_S = 1000, 10.0


def model_and_games(league: League) -> tuple[PersistentRoundModel, list[PlacedGame]]:
    compiled = compile_league(Instance(league))
    return PersistentRoundModel(RoundModel(compiled), START_MAX_S), random_games(
        compiled, seed=1
    )


@pytest.mark.parametrize(
    "neighbourhood", neighbourhoods(NeighbourhoodSizes()), ids=lambda n: n.name
)
def test_a_freed_neighbourhood_never_worsens_the_incumbent(
    neighbourhood: Neighbourhood, league: League
) -> None:
    compiled = compile_league(Instance(league))
    model, games = model_and_games(league)
    incumbent: set[Cell] = {(home, away, slot) for home, away, slot in games}
    before = solution_of(compiled, games).total

    freed = neighbourhood.free(compiled, incumbent, 3, Random(1))  # noqa: S311 - dice
    found, _ = model.improve(incumbent, freed, inf, NODES)

    after = solution_of(compiled, sorted(found or incumbent)).total
    assert after[0] == 0
    assert (after[2] <= before[2]) or before[0] > 0
    assert (found or incumbent) - freed == incumbent - freed


def test_without_freed_cells_nothing_is_found(league: League) -> None:
    model, games = model_and_games(league)

    found, _ = model.improve(set(games), set(), inf, NODES)

    assert found is None
