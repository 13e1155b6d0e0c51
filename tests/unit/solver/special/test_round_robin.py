"""Detection and search of compact double round robins."""

from dataclasses import replace

import numpy as np
import pytest

from builders import a_league, a_rule, a_schedule, slots, teams
from flextime.domain.constraints import Constraint
from flextime.domain.constraints.carry_over import CarryOver
from flextime.domain.constraints.longest_away_run import LongestAwayRun
from flextime.domain.constraints.meeting_gap import MeetingGap
from flextime.domain.constraints.opponent_window import OpponentWindow
from flextime.domain.constraints.side import Side
from flextime.domain.constraints.team_games import TeamGames
from flextime.domain.constraints.total_breaks import TotalBreaks
from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.leagues.goals import Goals
from flextime.domain.runs.attempts import Instance
from flextime.domain.schedules.games import Lock, Schedule
from flextime_solver.annealing.constraint_weights import UNIT, ConstraintWeights
from flextime_solver.annealing.penalty_params import ConstraintWeightParams
from flextime_solver.construct.random_rounds import random_games
from flextime_solver.instance.compiled_league import HARD, SOFT, CompiledLeague
from flextime_solver.instance.compiler import compile_league
from flextime_solver.moves.params import MoveWeights
from flextime_solver.moves.search_state import SearchState, new_search_state
from flextime_solver.search.penalised_search import PenalisedSearch
from flextime_solver.solution.conversion import solution_of
from flextime_solver.special.round_robin.conversion import (
    games_of,
    round_robin_solution_of,
)
from flextime_solver.special.round_robin.detect import is_double_round_robin
from flextime_solver.special.round_robin.round_robin_annealing import anneal_round_robin
from flextime_solver.special.round_robin.round_robin_search_space import (
    RoundRobinSearchSpace,
)
from flextime_solver.special.round_robin.round_robin_solution import RoundRobinSolution

_TEN_DAYS = "4 11 18 25 32 39 46 53 60 67"
_DARK = a_rule(
    TeamGames, teams=teams("A"), slots=slots("4"), side=Side.HOME, max_games=0
)
_RULES = (
    _DARK,
    a_rule(TotalBreaks, max_breaks=4, hard=False, weight=3),
    a_rule(MeetingGap, min_rounds=3, hard=False, weight=2),
    a_rule(
        OpponentWindow,
        length=3,
        opponents=teams("B C"),
        max_games=1,
        teams=teams("A D"),
        hard=False,
    ),
)


def a_double_round_robin(
    *rules: Constraint,
    days: str = _TEN_DAYS,
    phased: bool = False,
    points_per_km: int = 0,
) -> CompiledLeague:
    league = a_league(
        "A B C D E F",
        days,
        rules,
        format_=RoundRobin(times=2, phased=phased),
        goals=Goals(travel_points_per_km=points_per_km),
    )
    return compile_league(Instance(league))


def a_state(*, temperature: float, seed: int = 1) -> SearchState:
    state = new_search_state(seed, MoveWeights().as_array())
    state.temperature, state.hard_weight = temperature, 5000.0
    return state


def a_random_solution(league: CompiledLeague) -> RoundRobinSolution:
    solution = round_robin_solution_of(league, random_games(league, seed=1))
    assert solution is not None
    return solution


def test_a_window_longer_than_the_season_is_never_violated() -> None:
    windows = (
        a_rule(OpponentWindow, length=8, max_games=0),
        a_rule(OpponentWindow, length=8, max_games=0, opponents=teams("A B")),
    )
    league = compile_league(
        Instance(
            a_league(
                "A B C D",
                "4 11 18 25 32 39",
                windows,
                format_=RoundRobin(times=2),
                goals=Goals(travel_points_per_km=0),
            )
        )
    )

    assert tuple(a_random_solution(league).total) == (0, 0)


def test_moves_keep_every_game_and_every_team_in_every_round() -> None:
    league = a_double_round_robin(*_RULES)
    solution = a_random_solution(league)
    state = a_state(temperature=1e9)

    anneal_round_robin(league, solution, state, 2000)

    games = games_of(league, solution.round_of)
    assert state.accepted.sum() > 1000
    assert len({(home, away) for home, away, _ in games}) == 30
    busy = {(team, round_) for *pair, round_ in games for team in pair}
    assert len(busy) == 6 * 10


def test_moves_keep_the_phases_of_a_season() -> None:
    league = a_double_round_robin(phased=True)
    solution = a_random_solution(league)
    state = a_state(temperature=1e9)

    anneal_round_robin(league, solution, state, 2000)

    games = games_of(league, solution.round_of)
    phases = {(home, away): round_ // 5 for home, away, round_ in games}
    assert state.accepted.sum() > 500
    assert all(phases[home, away] != phases[away, home] for home, away in phases)


def test_the_same_seed_makes_the_same_moves() -> None:
    league = a_double_round_robin(*_RULES)
    one, other = a_random_solution(league), a_random_solution(league)

    for solution in (one, other):
        anneal_round_robin(league, solution, a_state(temperature=4000.0, seed=7), 500)

    assert np.array_equal(one.round_of, other.round_of)


def test_the_best_schedule_is_kept_when_the_present_one_gets_worse() -> None:
    league = a_double_round_robin(*_RULES)
    solution = a_random_solution(league)
    anneal_round_robin(league, solution, a_state(temperature=100.0), 3000)

    anneal_round_robin(league, solution, a_state(temperature=1e9), 500)

    best = solution_of(league, games_of(league, solution.best_round_of)).total
    assert (best[HARD], best[SOFT]) == tuple(solution.best)
    assert tuple(solution.best) < tuple(solution.total)


def test_rescore_scores_the_solution_by_increased_weights() -> None:
    never = a_rule(
        TeamGames, teams=teams("A"), slots=slots(_TEN_DAYS), side=Side.HOME, max_games=0
    )
    weights = ConstraintWeights(
        a_double_round_robin(never), ConstraintWeightParams(max_factor=3.0)
    )
    space = RoundRobinSearchSpace.of(
        weights.league, random_games(weights.league, seed=1)
    )
    assert space is not None
    assert space.total == (5 * UNIT, 0)

    assert weights.update(space.deviations())
    space.rescore()

    assert space.total[HARD] == solution_of(weights.league, space.games).total[HARD]
    assert space.total[HARD] > 5 * UNIT


def test_a_penalised_search_reports_its_best_schedule_to_the_search_state() -> None:
    league = a_double_round_robin(*_RULES)
    state = a_state(temperature=1.0)
    search = PenalisedSearch(
        league, state, random_games(league, seed=1), ConstraintWeights(league), seed=1
    )

    for _ in range(20):
        search.step(200, temperature=500.0, penalty_weight=5000.0)

    assert state.best_total[HARD] == 0
    best = solution_of(league, search.games).total
    assert search.score() == (best[HARD], best[SOFT])


@pytest.mark.parametrize(
    "rules",
    [(), _RULES, (a_rule(LongestAwayRun, max_games=2),)],
    ids=["no constraints", "several constraints", "runs"],
)
def test_a_compact_double_round_robin_is_detected(
    rules: tuple[Constraint, ...],
) -> None:
    assert is_double_round_robin(a_double_round_robin(*rules))


@pytest.mark.parametrize(
    "league",
    [
        a_double_round_robin(days=_TEN_DAYS + " 74"),
        a_double_round_robin(days=_TEN_DAYS.replace("67", "67/68")),
        a_double_round_robin(points_per_km=1),
        a_double_round_robin(a_rule(CarryOver, max_value=1)),
    ],
    ids=["byes", "several slots a round", "travel", "another constraint"],
)
def test_other_leagues_are_not_detected(league: CompiledLeague) -> None:
    assert not is_double_round_robin(league)
    assert RoundRobinSearchSpace.of(league, random_games(league, seed=1)) is None


def test_a_league_whose_counts_exceed_32_bits_is_not_detected() -> None:
    league = a_double_round_robin(*_RULES)

    assert is_double_round_robin(league)
    league.cell_entry[0, 1] = 1 << 29
    assert not is_double_round_robin(league)


def test_a_season_with_locked_games_is_not_detected() -> None:
    league = a_league(
        "A B C D",
        "4 11 18 25 32 39",
        format_=RoundRobin(times=2),
        goals=Goals(travel_points_per_km=0),
    )
    game = a_schedule("A-B", "4").games[0]
    locked = replace(game, locks=(Lock("slot"),))

    assert is_double_round_robin(compile_league(Instance(league)))
    season_under_way = Instance(league, Schedule(league.id, (locked,)))
    assert not is_double_round_robin(compile_league(season_under_way))


def test_incomplete_games_are_not_converted() -> None:
    league = a_double_round_robin()
    games = random_games(league, seed=1)

    assert round_robin_solution_of(league, games) is not None
    assert round_robin_solution_of(league, games[1:]) is None


def test_games_of_a_pair_in_one_phase_are_not_converted() -> None:
    league = a_double_round_robin()
    games = random_games(league, seed=1)
    phased = a_double_round_robin(phased=True)
    # Rounds 0 and 5 have the same pairs; now both are in the first phase.
    exchanged = [(home, away, {5: 1, 1: 5}.get(r, r)) for home, away, r in games]

    assert round_robin_solution_of(league, exchanged) is not None
    assert round_robin_solution_of(phased, games) is not None
    assert round_robin_solution_of(phased, exchanged) is None
