"""Detection and search of travelling tournaments."""

from math import inf

import pytest

from builders import a_league, a_rule, teams
from flextime.domain.constraints import Constraint
from flextime.domain.constraints.longest_away_run import LongestAwayRun
from flextime.domain.constraints.meeting_gap import MeetingGap
from flextime.domain.constraints.opponent_window import OpponentWindow
from flextime.domain.constraints.side import Side
from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.leagues.goals import Goals, TravelModel
from flextime.domain.runs.attempts import Instance
from flextime_solver.annealing.params import ReplicaTemperatures
from flextime_solver.construct.random_rounds import random_games
from flextime_solver.instance.compiled_league import HARD, TRAVEL, CompiledLeague
from flextime_solver.instance.compiler import compile_league
from flextime_solver.jit.records import MAX_TEAMS
from flextime_solver.moves.params import MoveWeights
from flextime_solver.moves.search_state import new_search_state
from flextime_solver.runtime.warm_up import GOALS, small_league
from flextime_solver.solution.conversion import PlacedGame, games_in, solution_of
from flextime_solver.special.round_robin.detect import is_double_round_robin
from flextime_solver.special.ttp.beam_search import BeamSearch
from flextime_solver.special.ttp.conversion import (
    games_of,
    has_every_game,
    ttp_solution_of,
)
from flextime_solver.special.ttp.detect import is_ttp
from flextime_solver.special.ttp.params import BeamSearchParams, TtpAnnealingParams
from flextime_solver.special.ttp.ttp_annealer import TtpAnnealer
from flextime_solver.special.ttp.ttp_annealing import anneal_ttp
from flextime_solver.special.ttp.ttp_parallel_tempering import TtpParallelTempering
from flextime_solver.special.ttp.ttp_search import TtpSearch
from flextime_solver.special.ttp.ttp_solution import TtpSolution

_TEN_DAYS = "4 11 18 25 32 39 46 53 60 67"
_RULES = (
    a_rule(LongestAwayRun, max_games=2, weight=3),
    a_rule(OpponentWindow, unit="games", length=3, side=Side.HOME, max_games=2),
    a_rule(MeetingGap, min_rounds=2, weight=2),
)
_WIDE_GAP = (a_rule(MeetingGap, min_rounds=9),)


def _compiled(
    *rules: Constraint, letters: str = "A B C D E F", days: str = _TEN_DAYS
) -> CompiledLeague:
    league = a_league(
        letters,
        days,
        rules,
        format_=RoundRobin(times=2),
        goals=Goals(travel_model=TravelModel.CHAIN, travel_points_per_km=1),
    )
    return compile_league(Instance(league))


@pytest.mark.parametrize("rules", [_RULES, _RULES[:2], _WIDE_GAP, ()], ids=len)
@pytest.mark.parametrize("temperature", [1e6, 1e4], ids=["hot", "cold"])
def test_moves_keep_every_game_and_the_cost_of_the_general_evaluation(
    rules: tuple[Constraint, ...], temperature: float
) -> None:
    league = _compiled(*rules)
    solution = ttp_solution_of(league, random_games(league, seed=1))

    accepted = _anneal(solution, temperature)

    assert 0 < accepted < 500
    _assert_general_cost(solution, league)


def test_the_largest_tournament_fits_the_bit_sets_of_rounds() -> None:
    letters = " ".join(f"T{team}" for team in range(MAX_TEAMS))
    days = " ".join(str(4 + 7 * week) for week in range(2 * (MAX_TEAMS - 1)))
    rules = _RULES[0], a_rule(MeetingGap, min_rounds=2 * MAX_TEAMS)
    league = _compiled(*rules, letters=letters, days=days)
    solution = ttp_solution_of(league, random_games(league, seed=1))

    _anneal(solution, temperature=1e6)

    _assert_general_cost(solution, league)


def _anneal(solution: TtpSolution, temperature: float) -> int:
    """Make 500 moves and return how many were accepted."""
    state = new_search_state(1, MoveWeights().as_array())
    state.temperature, state.hard_weight = temperature, 1e5
    anneal_ttp(solution, state, 1.0, 500)
    return int(state.accepted.sum())


def _assert_general_cost(solution: TtpSolution, league: CompiledLeague) -> None:
    games = games_of(league, solution.opponent, solution.home_rounds)
    total = solution_of(league, games).total
    pairs = league.teams * (league.teams - 1)
    assert len({(home, away) for home, away, _ in games}) == len(games) == pairs
    assert (2 * total[HARD], total[TRAVEL]) == (
        solution.total_violation,
        solution.total_travel,
    )


def test_games_are_complete_if_every_team_hosts_every_other() -> None:
    league = _compiled(*_RULES)
    games = random_games(league, seed=1)

    assert has_every_game(league, games)
    assert not has_every_game(league, games[1:])


def test_the_search_state_gets_the_best_schedule_and_its_cost() -> None:
    league = _compiled(*_RULES)
    state = new_search_state(1, MoveWeights().as_array())
    annealer = TtpAnnealer(league, state, random_games(league, seed=1), 1e5, seed=1)

    for temperature in (1e5, 1e4, 1e3):
        annealer.step(2000, temperature, 1e6)

    best = games_in(league, *state.best)
    total = solution_of(league, best).total
    assert state.best_total[HARD] == total[HARD] == 0
    assert state.best_total[TRAVEL] == total[TRAVEL]
    assert has_every_game(league, best)


class _RecordedReplica:
    """Replica without a schedule that appends the temperature of each step."""

    def __init__(self, games: list[PlacedGame], temperatures: list[float]) -> None:
        self.games = games
        self._temperatures = temperatures

    def score(self) -> tuple[float, float]:
        return 0.0, 0.0

    def step(self, moves: int, temperature: float, penalty_weight: float, /) -> int:
        del moves, penalty_weight
        self._temperatures.append(temperature)
        return 0


@pytest.mark.parametrize(
    ("share", "per_cube", "coolings"),
    [(0.5, inf, 5), (0.99, 0.4, 4)],
    ids=["limited by its share", "limited by its moves"],
)
def test_parallel_tempering_begins_with_an_anneal_to_the_lowest_temperature(
    share: float, per_cube: float, coolings: int
) -> None:
    games = random_games(_compiled(*_RULES), seed=1)
    temperatures: list[float] = []
    replicas = ReplicaTemperatures(4.0, 2.0, 1.0, 2)
    params = TtpAnnealingParams(replicas, share, per_cube, len(games) ** 3 // 10)
    tempering = TtpParallelTempering(
        lambda games: _RecordedReplica(games, temperatures), games, 1000.0, params, 1
    )

    for tenth in range(10):
        tempering.step(tenth / 10)

    cooling, exchanging = temperatures[:coolings], temperatures[coolings:]
    assert tempering.moves == 10 * params.moves_per_call
    assert cooling[0] == 4000.0
    assert cooling == sorted(set(cooling), reverse=True)
    assert exchanging == ([2000.0, 1000.0] * 5)[: len(exchanging)]


class _RecordedMethod:
    """Method that makes `moves_per_step` moves and appends its name at each step."""

    def __init__(self, name: str, moves_per_step: int, steps: list[str]) -> None:
        self.moves = 0
        self._name, self._moves_per_step, self._steps = name, moves_per_step, steps

    def step(self, progress: float) -> None:
        del progress
        self.moves += self._moves_per_step
        self._steps.append(self._name)


def test_methods_of_the_search_get_equally_many_moves() -> None:
    steps: list[str] = []
    search = TtpSearch(
        [_RecordedMethod("beam", 30, steps), _RecordedMethod("tempering", 100, steps)]
    )

    for tenth in range(10):
        search.step(tenth / 10)

    beam, tempering = "beam", "tempering"
    assert steps[:6] == [beam, tempering, beam, beam, beam, tempering]
    assert steps[6:] == [beam, beam, beam, tempering]


@pytest.mark.parametrize(
    ("rules", "methods"),
    [
        (_RULES[:1], [BeamSearch, TtpParallelTempering]),
        (_RULES, [TtpParallelTempering]),
    ],
    ids=["repeaters are allowed", "a gap of two rounds"],
)
def test_the_search_uses_beam_search_only_if_it_is_applicable(
    rules: tuple[Constraint, ...], methods: list[type]
) -> None:
    league = _compiled(*rules)
    search = TtpSearch.of_league(
        league,
        new_search_state(1, MoveWeights().as_array()),
        random_games(league, seed=1),
        1e5,
        TtpAnnealingParams(),
        BeamSearchParams(min_teams=6),
    )

    assert [type(method) for method in search.methods] == methods


@pytest.mark.parametrize(
    "rule",
    [
        a_rule(MeetingGap, min_rounds=2, hard=False),
        a_rule(MeetingGap, min_rounds=2, teams=teams("A B")),
        a_rule(LongestAwayRun, max_games=2, teams=teams("A B")),
        a_rule(OpponentWindow, unit="games", length=3, side=Side.HOME, max_games=1),
        a_rule(OpponentWindow, unit="rounds", length=3, side=Side.HOME, max_games=2),
    ],
    ids=["soft", "of some teams", "runs of some teams", "one of three", "in rounds"],
)
def test_leagues_with_other_constraints_are_not_detected(
    rule: Constraint,
) -> None:
    assert is_ttp(_compiled(*_RULES[:0]))
    assert not is_ttp(_compiled(rule))


def test_leagues_with_several_slots_a_round_are_not_detected() -> None:
    assert not is_ttp(_compiled(days=_TEN_DAYS.replace("67", "67/68")))


def test_the_warm_up_contains_an_instance_of_every_search() -> None:
    leagues = [compile_league(Instance(small_league(goals))) for goals in GOALS]

    assert [is_ttp(league) for league in leagues] == [False, True, False]
    found = [is_double_round_robin(league) for league in leagues]
    assert found == [False, False, True]
