from math import inf

import pytest

from builders import a_league, a_rule
from flextime.domain.constraints.home_away_balance import HomeAwayBalance
from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.runs.attempts import Instance
from flextime_solver.construct.placing_model import leaves_a_choice, place_games
from flextime_solver.construct.trip_model import choose_trips
from flextime_solver.instance.compiler import compile_league


def test_two_teams_travel_there_and_back() -> None:
    compiled = compile_league(Instance(a_league("A B", "4 11", format_=RoundRobin())))

    found = choose_trips(compiled, inf)

    assert found.bound is not None
    assert found.bound.points == pytest.approx(2 * 100 + 2 * 100, abs=0.01)


def test_a_balance_that_no_format_allows_has_no_pairings() -> None:
    balance = a_rule(HomeAwayBalance, max_difference=0)
    league = a_league("A B C D", "4 11 18", [balance], format_=RoundRobin(times=1))

    assert choose_trips(compile_league(Instance(league)), inf).impossible


def test_the_trip_model_chooses_who_is_the_host() -> None:
    league = a_league("A B C", "4 11 18", format_=RoundRobin(times=1))

    chosen = choose_trips(compile_league(Instance(league)), inf)

    assert {frozenset(game) for game in chosen.games} == {
        frozenset({0, 1}),
        frozenset({0, 2}),
        frozenset({1, 2}),
    }


def test_chosen_games_are_placed_so_that_no_team_plays_twice_in_a_round() -> None:
    league = a_league("A B C D", "4 11 18", format_=RoundRobin(times=1))
    games = [(1, 0), (0, 2), (0, 3), (2, 1), (1, 3), (3, 2)]

    placed = place_games(compile_league(Instance(league)), games, inf)

    assert sorted(game[:2] for game in placed) == sorted(games)
    for slot in range(3):
        teams = [team for *game, at in placed if at == slot for team in game]
        assert len(teams) == len(set(teams))


def test_games_that_fit_no_rounds_are_not_placed() -> None:
    league = a_league("A B C D", "4 11 18", format_=RoundRobin(times=1))
    too_many = [(0, 1), (1, 0), (0, 1), (1, 0)]

    assert place_games(compile_league(Instance(league)), too_many, inf) == []


def test_only_a_double_round_robin_leaves_no_choice_of_hosts() -> None:
    once, twice = (
        compile_league(Instance(a_league("A B", "4 11", format_=RoundRobin(times=n))))
        for n in (1, 2)
    )

    assert leaves_a_choice(once)
    assert not leaves_a_choice(twice)
