"""Partial team swaps where each game is played exactly once."""

from builders import a_league
from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.runs.attempts import Instance
from flextime_solver.annealing.simulated_annealing import anneal
from flextime_solver.construct.random_rounds import random_games
from flextime_solver.instance.compiled_league import CompiledLeague
from flextime_solver.instance.compiler import compile_league
from flextime_solver.moves.params import MoveWeights
from flextime_solver.moves.search_state import SearchState, new_search_state
from flextime_solver.solution.conversion import solution_of
from flextime_solver.solution.solution import Solution

_TEN_DAYS = "4 11 18 25 32 39 46 53 60 67"
_TEAMS_CHAINS_ONLY = MoveWeights(0, 0, 0, 0, 0, 0.7, 0.3, 0, 0)


def a_double_round_robin(days: str) -> CompiledLeague:
    format_ = RoundRobin(times=2)
    return compile_league(Instance(a_league("A B C D E F", days, format_=format_)))


def after_moves(
    league: CompiledLeague, weights: MoveWeights
) -> tuple[Solution, SearchState]:
    solution = solution_of(league, random_games(league, seed=1))
    state = new_search_state(1, MoveWeights().as_array())
    state.temperature = 1e9
    state.hard_weight = 1.0
    anneal(league, solution, state, 500)
    state.weights[:] = weights.as_array()
    state.proposed[:], state.accepted[:] = 0, 0
    state.temperature, state.hard_weight = 1e-9, 1e9
    anneal(league, solution, state, 500)
    return solution, state


def test_a_partial_team_swap_preserves_that_each_game_is_played_once() -> None:
    league = a_double_round_robin(_TEN_DAYS)

    solution, state = after_moves(league, _TEAMS_CHAINS_ONLY)

    assert league.every_game_once
    assert state.accepted.sum() > 400
    assert all(
        solution.hosted[home, away] == 1
        for home in range(6)
        for away in range(6)
        if home != away
    )


def test_teams_with_byes_can_swap_games() -> None:
    league = a_double_round_robin(f"{_TEN_DAYS} 74 81")

    solution, state = after_moves(league, _TEAMS_CHAINS_ONLY)

    assert state.accepted.sum() > 400
    assert all(solution.games[team] == 10 for team in range(6))


def test_a_single_round_robin_does_not_fix_the_venue_of_a_game() -> None:
    league = compile_league(Instance(a_league("A B C D", "4 11 18")))

    assert not league.every_game_once
