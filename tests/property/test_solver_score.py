"""The solver's incremental score is the checker's, whatever is moved and taken back."""

from collections.abc import Callable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from flextime.domain.runs.attempts import Instance
from flextime.domain.schedules.checker import check
from flextime.domain.schedules.games import Game, Lock, Schedule
from flextime_solver.annealing.simulated_annealing import anneal
from flextime_solver.instance.compiled_league import HARD, LOCK, SOFT, TRAVEL, Ints
from flextime_solver.instance.compiler import compile_league
from flextime_solver.moves.params import MoveWeights
from flextime_solver.moves.search_state import new_search_state
from flextime_solver.solution.conversion import (
    games_of,
    placed_games,
    schedule_of,
    solution_of,
)
from strategies import Season, seasons_with_rules

Score = tuple[int, int, int]


@given(seasons_with_rules())
def test_a_board_scores_as_the_checker_does(season: Season) -> None:
    instance = Instance(season.league)
    league = compile_league(instance)

    solution = solution_of(league, placed_games(instance, season.schedule))

    assert _own(solution.total) == _checked(instance, season.schedule)


@given(seasons_with_rules(), st.integers(0, 2**32), st.sampled_from([1.0, 1e6, 1e12]))
def test_after_any_moves_and_undos_it_still_does(
    season: Season, seed: int, temperature: float
) -> None:
    instance = Instance(season.league)
    league = compile_league(instance)
    solution = solution_of(league, placed_games(instance, season.schedule))
    state = new_search_state(seed, MoveWeights(trips_chain=0.2, meeting=0.3).as_array())
    state.temperature, state.hard_weight = temperature, 1e5

    for moves in (1, 3, 10, 30):
        anneal(league, solution, state, moves)

        moved = schedule_of(instance, games_of(league, solution))
        assert _own(solution.total) == _checked(instance, moved)


@given(seasons_with_rules(), st.integers(0, 2**32), st.data())
def test_locked_games_stay_as_they_are(
    season: Season, seed: int, data: st.DataObject
) -> None:
    locked = data.draw(st.sets(st.sampled_from(season.schedule.games)))
    start = _with(season.schedule, lambda game: game in locked, "slot", "site")
    instance = Instance(season.league, start)
    league = compile_league(instance)
    solution = solution_of(league, placed_games(instance, start))
    state = new_search_state(seed, MoveWeights(trips_chain=0.2, meeting=0.3).as_array())
    state.temperature, state.hard_weight = 1e12, 1.0

    anneal(league, solution, state, 30)

    kept = {game for game in start.games if game.locks}
    assert kept <= set(schedule_of(instance, games_of(league, solution)).games)
    assert solution.total[LOCK] == 0


def _with(
    schedule: Schedule, chosen: Callable[[Game], bool], *attributes: str
) -> Schedule:
    locks = tuple(Lock(attribute) for attribute in attributes)  # type: ignore[arg-type] # slot and site
    games = tuple(
        replace(game, locks=locks) if chosen(game) else game for game in schedule.games
    )
    return replace(schedule, games=games)


def _own(total: Ints) -> Score:
    return int(total[HARD]), int(total[SOFT]), int(total[TRAVEL])


def _checked(instance: Instance, schedule: Schedule) -> Score:
    score = check(instance.league, schedule).score
    return score.infeasibility, score.soft_penalty, score.travel_m
