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
from flextime_solver.construct.random_rounds import drawn_games
from flextime_solver.instance.compiled_league import HARD, TRAVEL, CompiledLeague
from flextime_solver.instance.compiler import compile_league
from flextime_solver.jit.records import MAX_TEAMS
from flextime_solver.moves.params import MoveWeights
from flextime_solver.moves.search_state import new_search_state
from flextime_solver.runtime.warm_up import GOALS, small_league
from flextime_solver.solution.conversion import games_in, solution_of
from flextime_solver.special.round_robin.recognise import is_double_round_robin
from flextime_solver.special.ttp.anneal import anneal_tour
from flextime_solver.special.ttp.params import TtpAnnealingParams
from flextime_solver.special.ttp.recognise import (
    games_of,
    is_tournament,
    plays_every_game,
    tour_of,
)
from flextime_solver.special.ttp.tour import Tour
from flextime_solver.special.ttp.tour_ladder import TourLadder
from flextime_solver.special.ttp.touring import Touring

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
def test_a_tour_costs_what_its_board_costs_and_keeps_every_game(
    rules: tuple[Constraint, ...], temperature: float
) -> None:
    league = _compiled(*rules)
    tour = tour_of(league, drawn_games(league, seed=1))

    accepted = _anneal(tour, temperature)

    assert 0 < accepted < 500
    _costs_what_its_board_costs(tour, league)


def test_a_tour_of_most_teams_fills_a_set_of_rounds() -> None:
    letters = " ".join(f"T{team}" for team in range(MAX_TEAMS))
    days = " ".join(str(4 + 7 * week) for week in range(2 * (MAX_TEAMS - 1)))
    rules = _RULES[0], a_rule(MeetingGap, min_rounds=2 * MAX_TEAMS)
    league = _compiled(*rules, letters=letters, days=days)
    tour = tour_of(league, drawn_games(league, seed=1))

    _anneal(tour, temperature=1e6)

    _costs_what_its_board_costs(tour, league)


def _anneal(tour: Tour, temperature: float) -> int:
    """Five hundred moves; how many were accepted."""
    state = new_search_state(1, MoveWeights().as_array())
    state.temperature, state.hard_weight = temperature, 1e5
    anneal_tour(tour, state, 1.0, 500)
    return int(state.accepted.sum())


def _costs_what_its_board_costs(tour: Tour, league: CompiledLeague) -> None:
    games = games_of(league, tour.opponent, tour.home_rounds)
    total = solution_of(league, games).total
    pairs = league.teams * (league.teams - 1)
    assert len({(home, away) for home, away, _ in games}) == len(games) == pairs
    assert (2 * total[HARD], total[TRAVEL]) == (tour.total_broken, tour.total_travel)


def test_a_start_without_some_games_is_no_tour() -> None:
    league = _compiled(*_RULES)
    games = drawn_games(league, seed=1)

    assert plays_every_game(league, games)
    assert not plays_every_game(league, games[1:])


def test_the_best_tour_is_offered_with_what_its_board_costs() -> None:
    league = _compiled(*_RULES)
    state = new_search_state(1, MoveWeights().as_array())
    touring = Touring(league, state, drawn_games(league, seed=1), 1e5, seed=1)

    for temperature in (1e5, 1e4, 1e3):
        touring.step(2000, temperature, price=1e6)

    best = games_in(league, *state.best)
    total = solution_of(league, best).total
    assert state.best_total[HARD] == total[HARD] == 0
    assert state.best_total[TRAVEL] == total[TRAVEL]
    assert plays_every_game(league, best)


@pytest.mark.parametrize(
    ("share", "per_cube", "coolings"),
    [(0.5, inf, 5), (0.99, 0.4, 4)],
    ids=["half the search", "so many moves"],
)
def test_a_ladder_of_tours_is_built_by_a_cooling_and_then_climbed(
    share: float, per_cube: float, coolings: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    league = _compiled(*_RULES)
    games = drawn_games(league, seed=1)
    state = new_search_state(1, MoveWeights().as_array())
    params = TtpAnnealingParams(
        ReplicaTemperatures(4.0, 2.0, 1.0, 2), share, per_cube, len(games) ** 3 // 10
    )
    ladder = TourLadder(league, state, games, 1000.0, params)
    tried: list[float] = []

    def note(touring: Touring, moves: int, temperature: float, price: float) -> int:
        del touring, price
        assert moves == params.moves_per_call
        tried.append(temperature)
        return 0

    monkeypatch.setattr(Touring, "step", note)

    for tenth in range(10):
        ladder.step(tenth / 10)

    cooling, climbing = tried[:coolings], tried[coolings:]
    assert cooling[0] == 4000.0
    assert cooling == sorted(set(cooling), reverse=True)
    assert climbing == ([2000.0, 1000.0] * 5)[: len(climbing)]


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
def test_other_rules_make_no_travelling_tournament(rule: Constraint) -> None:
    assert is_tournament(_compiled(*_RULES[:0]))
    assert not is_tournament(_compiled(rule))


def test_a_choice_of_dates_makes_no_travelling_tournament() -> None:
    assert not is_tournament(_compiled(days=_TEN_DAYS.replace("67", "67/68")))


def test_the_warm_up_has_every_search() -> None:
    leagues = [compile_league(Instance(small_league(goals))) for goals in GOALS]

    assert [is_tournament(league) for league in leagues] == [False, True, False]
    found = [is_double_round_robin(league) for league in leagues]
    assert found == [False, False, True]
