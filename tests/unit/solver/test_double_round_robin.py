"""The search of double round robins without byes, beside the search of any league."""

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
from flextime_solver.annealing.constraint_weights import UNIT, RuleWeights
from flextime_solver.construct.random_rounds import drawn_games
from flextime_solver.instance.compiled_league import HARD, SOFT, CompiledLeague
from flextime_solver.instance.compiler import compile_league
from flextime_solver.moves.params import MoveWeights
from flextime_solver.moves.search_state import SearchState, new_search_state
from flextime_solver.search.penalised_search import WeighedSearch
from flextime_solver.solution.conversion import solution_of
from flextime_solver.special.round_robin.anneal import anneal_fixtures
from flextime_solver.special.round_robin.fixtures import Fixtures
from flextime_solver.special.round_robin.full_rounds import FullRounds
from flextime_solver.special.round_robin.recognise import (
    fixtures_of,
    games_of,
    is_double_round_robin,
)

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


def a_double(
    *rules: Constraint,
    days: str = _TEN_DAYS,
    phased: bool = False,
    points_a_km: int = 0,
) -> CompiledLeague:
    league = a_league(
        "A B C D E F",
        days,
        rules,
        format_=RoundRobin(times=2, phased=phased),
        goals=Goals(travel_points_per_km=points_a_km),
    )
    return compile_league(Instance(league))


def a_walk(*, temperature: float, seed: int = 1) -> SearchState:
    state = new_search_state(seed, MoveWeights().as_array())
    state.temperature, state.hard_weight = temperature, 5000.0
    return state


def fixtures_drawn(league: CompiledLeague) -> Fixtures:
    fixtures = fixtures_of(league, drawn_games(league, seed=1))
    assert fixtures is not None
    return fixtures


def test_a_window_longer_than_the_season_is_broken_by_nothing() -> None:
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

    assert tuple(fixtures_drawn(league).total) == (0, 0)


def test_every_game_stays_in_the_season_and_every_team_in_every_round() -> None:
    league = a_double(*_RULES)
    fixtures = fixtures_drawn(league)
    state = a_walk(temperature=1e9)

    anneal_fixtures(league, fixtures, state, 2000)

    games = games_of(league, fixtures.round_of)
    assert state.accepted.sum() > 1000
    assert len({(home, away) for home, away, _ in games}) == 30
    busy = {(team, round_) for *pair, round_ in games for team in pair}
    assert len(busy) == 6 * 10


def test_a_season_in_parts_stays_in_parts() -> None:
    league = a_double(phased=True)
    fixtures = fixtures_drawn(league)
    state = a_walk(temperature=1e9)

    anneal_fixtures(league, fixtures, state, 2000)

    games = games_of(league, fixtures.round_of)
    parts = {(home, away): round_ // 5 for home, away, round_ in games}
    assert state.accepted.sum() > 500
    assert all(parts[home, away] != parts[away, home] for home, away in parts)


def test_the_same_seed_makes_the_same_moves() -> None:
    league = a_double(*_RULES)
    one, other = fixtures_drawn(league), fixtures_drawn(league)

    for fixtures in (one, other):
        anneal_fixtures(league, fixtures, a_walk(temperature=4000.0, seed=7), 500)

    assert np.array_equal(one.round_of, other.round_of)


def test_the_best_is_kept_while_the_search_goes_on_to_worse() -> None:
    league = a_double(*_RULES)
    fixtures = fixtures_drawn(league)
    anneal_fixtures(league, fixtures, a_walk(temperature=100.0), 3000)

    anneal_fixtures(league, fixtures, a_walk(temperature=1e9), 500)

    best = solution_of(league, games_of(league, fixtures.best_round_of)).total
    assert (best[HARD], best[SOFT]) == tuple(fixtures.best)
    assert tuple(fixtures.best) < tuple(fixtures.total)


def test_a_search_whose_rules_grew_heavier_counts_with_the_new_weights() -> None:
    never = a_rule(
        TeamGames, teams=teams("A"), slots=slots(_TEN_DAYS), side=Side.HOME, max_games=0
    )
    weights = RuleWeights(a_double(never), heaviest=3.0)
    full = FullRounds.of(weights.league, drawn_games(weights.league, seed=1))
    assert full is not None
    assert full.total == (5 * UNIT, 0)

    assert weights.learn(full.deviations())
    full.weigh_anew()

    assert full.total[HARD] == solution_of(weights.league, full.games).total[HARD]
    assert full.total[HARD] > 5 * UNIT


def test_a_weighed_search_offers_what_full_rounds_find_to_its_walk() -> None:
    league = a_double(*_RULES)
    state = a_walk(temperature=1.0)
    search = WeighedSearch(
        league, state, drawn_games(league, seed=1), RuleWeights(league, 3.0), seed=1
    )

    for _ in range(20):
        search.step(200, temperature=500.0, price=5000.0, learns=False)

    assert state.best_total[HARD] == 0
    best = solution_of(league, search.games).total
    assert search.score() == (best[HARD], best[SOFT])


@pytest.mark.parametrize(
    "rules",
    [(), _RULES, (a_rule(LongestAwayRun, max_games=2),)],
    ids=["no rules", "counted rules", "runs"],
)
def test_a_full_double_round_robin_has_a_search_of_its_own(
    rules: tuple[Constraint, ...],
) -> None:
    assert is_double_round_robin(a_double(*rules))


@pytest.mark.parametrize(
    "league",
    [
        a_double(days=_TEN_DAYS + " 74"),
        a_double(days=_TEN_DAYS.replace("67", "67/68")),
        a_double(points_a_km=1),
        a_double(a_rule(CarryOver, max_value=1)),
    ],
    ids=["byes", "a choice of dates", "travel", "another kind of rule"],
)
def test_other_leagues_have_not(league: CompiledLeague) -> None:
    assert not is_double_round_robin(league)
    assert FullRounds.of(league, drawn_games(league, seed=1)) is None


def test_games_that_count_for_too_much_have_not() -> None:
    league = a_double(*_RULES)

    assert is_double_round_robin(league)
    league.cell_entry[0, 1] = 1 << 29
    assert not is_double_round_robin(league)


def test_a_season_under_way_has_not() -> None:
    league = a_league(
        "A B C D",
        "4 11 18 25 32 39",
        format_=RoundRobin(times=2),
        goals=Goals(travel_points_per_km=0),
    )
    game = a_schedule("A-B", "4").games[0]
    locked = replace(game, locks=(Lock("slot"),))

    assert is_double_round_robin(compile_league(Instance(league)))
    under_way = Instance(league, Schedule(league.id, (locked,)))
    assert not is_double_round_robin(compile_league(under_way))


def test_games_that_are_not_all_there_are_no_fixtures() -> None:
    league = a_double()
    games = drawn_games(league, seed=1)

    assert fixtures_of(league, games) is not None
    assert fixtures_of(league, games[1:]) is None


def test_a_pair_that_meets_twice_in_a_part_is_no_start() -> None:
    league = a_double()
    games = drawn_games(league, seed=1)
    phased = a_double(phased=True)
    # Rounds 0 and 5 have the same pairs; now both are in the first part.
    turned = [(home, away, {5: 1, 1: 5}.get(r, r)) for home, away, r in games]

    assert fixtures_of(league, turned) is not None
    assert fixtures_of(phased, games) is not None
    assert fixtures_of(phased, turned) is None
