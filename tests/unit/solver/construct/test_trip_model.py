"""The MIP that chooses opponents, venues and trips."""

from math import inf

import pytest

from builders import a_league, a_rule
from flextime.domain.constraints.home_away_balance import HomeAwayBalance
from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.runs.attempts import Instance
from flextime_solver.construct.trip_model import choose_trips
from flextime_solver.instance.compiler import compile_league


def test_the_bound_of_two_teams_is_two_round_trips() -> None:
    compiled = compile_league(Instance(a_league("A B", "4 11", format_=RoundRobin())))

    found = choose_trips(compiled, inf)

    assert found.bound is not None
    assert found.bound.points == pytest.approx(2 * 100 + 2 * 100, abs=0.01)


def test_a_balance_that_the_format_does_not_allow_is_proven_infeasible() -> None:
    balance = a_rule(HomeAwayBalance, max_difference=0)
    league = a_league("A B C D", "4 11 18", [balance], format_=RoundRobin(times=1))

    assert choose_trips(compile_league(Instance(league)), inf).infeasible


def test_the_model_chooses_the_host_of_each_game() -> None:
    league = a_league("A B C", "4 11 18", format_=RoundRobin(times=1))

    chosen = choose_trips(compile_league(Instance(league)), inf)

    assert {frozenset(game) for game in chosen.games} == {
        frozenset({0, 1}),
        frozenset({0, 2}),
        frozenset({1, 2}),
    }
