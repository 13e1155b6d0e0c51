"""Breaks counted from bits are those counted game by game, and the checker's."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import a_league
from flextime.domain.constraints.team_breaks import TeamBreaks
from flextime.domain.constraints.total_breaks import TotalBreaks
from flextime.domain.ids import ConstraintId
from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.leagues.league import League
from flextime.domain.runs.attempts import Instance
from flextime.domain.schedules.checker import check
from flextime_solver.annealing.simulated_annealing import anneal
from flextime_solver.construct.random_rounds import random_games
from flextime_solver.instance.compiled_league import HARD, SOFT, CompiledLeague, Ints
from flextime_solver.instance.compiler import compile_league
from flextime_solver.moves.params import MoveWeights
from flextime_solver.moves.search_state import new_search_state
from flextime_solver.solution.conversion import games_of, schedule_of, solution_of
from flextime_solver.solution.solution import Solution
from rule_strategies import rules


def _nobody_travels(teams: str, rounds: int, times: int) -> League:
    size = len(teams.split())
    days = " ".join(str(2 * number) for number in range(1, rounds + 1))
    nowhere = tuple((0.0,) * size for _ in range(size))
    format_ = RoundRobin(times=times)
    return a_league(teams, days, format_=format_, distances_km=nowhere)


_SHORT = _nobody_travels("A B C D", rounds=6, times=2)
_WITH_BYES = _nobody_travels("A B C D", rounds=8, times=2)
_LONG = _nobody_travels("A B C D E F G H", rounds=70, times=10)
"""More slots than one word of a pattern has bits."""


@pytest.mark.parametrize("league", [_SHORT, _WITH_BYES, _LONG])
@settings(max_examples=6)
@given(data=st.data(), seed=st.integers(0, 2**32))
def test_breaks_from_bits_are_those_counted_game_by_game(
    league: League, data: st.DataObject, seed: int
) -> None:
    for number in range(data.draw(st.integers(1, 4))):
        name = ConstraintId(f"rule-{number}")
        rule = data.draw(rules(league, name, (TeamBreaks, TotalBreaks)))
        league = replace(league, constraints=(*league.constraints, rule))
    instance = Instance(league)
    from_bits, one_by_one = compile_league(instance), compile_league(instance)
    one_by_one.breaks_only[:] = 0

    moved, counted = _walked(from_bits, seed), _walked(one_by_one, seed)

    assert all(from_bits.breaks_only[: len(league.teams)])
    assert np.array_equal(moved.opponent, counted.opponent)
    assert np.array_equal(moved.team_cost, counted.team_cost)
    assert _own(moved.total) == _own(counted.total)
    schedule = schedule_of(instance, games_of(from_bits, moved))
    score = check(league, schedule).score
    assert _own(moved.total) == (score.infeasibility, score.soft_penalty)


def _walked(league: CompiledLeague, seed: int) -> Solution:
    solution = solution_of(league, random_games(league, seed))
    state = new_search_state(seed, MoveWeights(meeting=0.2).as_array())
    state.temperature, state.hard_weight = 1e6, 1e5
    anneal(league, solution, state, 60)
    return solution


def _own(total: Ints) -> tuple[int, int]:
    return int(total[HARD]), int(total[SOFT])
