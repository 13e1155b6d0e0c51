"""Moves in a phased season."""

from builders import a_league
from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.runs.attempts import Instance
from flextime_solver.annealing.simulated_annealing import anneal
from flextime_solver.construct.random_rounds import random_games
from flextime_solver.instance.compiler import compile_league
from flextime_solver.moves.params import MoveWeights
from flextime_solver.moves.search_state import new_search_state
from flextime_solver.solution.conversion import solution_of

_TEN_DAYS = "4 11 18 25 32 39 46 53 60 67"


def test_moves_preserve_the_phases_of_a_season_and_the_venues_of_each_pair() -> None:
    format_ = RoundRobin(times=2, phased=True)
    league = compile_league(
        Instance(a_league("A B C D E F", _TEN_DAYS, format_=format_))
    )
    solution = solution_of(league, random_games(league, seed=1))
    state = new_search_state(1, MoveWeights().as_array())
    state.temperature = 1e9

    anneal(league, solution, state, 2000)

    teams = league.teams
    pairs = [(one, other) for one in range(teams) for other in range(teams)]
    met = [pair for pair in pairs if pair[0] != pair[1]]
    assert state.accepted.sum() > 1000
    assert all(solution.hosted[pair] == 1 for pair in met)
    assert all(solution.in_phase[*pair, part] == 1 for pair in met for part in range(2))
