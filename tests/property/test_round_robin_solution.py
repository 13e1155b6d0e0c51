"""Moves of a round robin keep its cost equal to the score of the checker."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import a_league
from flextime.domain.constraints.chosen_games import ChosenGames
from flextime.domain.constraints.group_games import GroupGames
from flextime.domain.constraints.home_game_difference import HomeGameDifference
from flextime.domain.constraints.longest_away_run import LongestAwayRun
from flextime.domain.constraints.longest_home_run import LongestHomeRun
from flextime.domain.constraints.meeting_gap import MeetingGap
from flextime.domain.constraints.opponent_games import OpponentGames
from flextime.domain.constraints.opponent_window import OpponentWindow
from flextime.domain.constraints.team_breaks import TeamBreaks
from flextime.domain.constraints.team_games import TeamGames
from flextime.domain.constraints.total_breaks import TotalBreaks
from flextime.domain.ids import ConstraintId
from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.leagues.league import League
from flextime.domain.runs.attempts import Instance
from flextime.domain.schedules.checker import check
from flextime_solver.construct.random_rounds import random_games
from flextime_solver.instance.compiler import compile_league
from flextime_solver.moves.params import MoveWeights
from flextime_solver.moves.search_state import new_search_state
from flextime_solver.solution import violations
from flextime_solver.solution.conversion import schedule_of, solution_of
from flextime_solver.special.round_robin.conversion import (
    games_of,
    round_robin_solution_of,
)
from flextime_solver.special.round_robin.evaluation import deviations_of
from flextime_solver.special.round_robin.round_robin_annealing import anneal_round_robin
from rule_strategies import rules

_KINDS = (
    ChosenGames,
    GroupGames,
    HomeGameDifference,
    LongestAwayRun,
    LongestHomeRun,
    MeetingGap,
    OpponentGames,
    OpponentWindow,
    TeamBreaks,
    TeamGames,
    TotalBreaks,
)


def _season(*, phased: bool) -> League:
    days = " ".join(str(7 * number) for number in range(1, 11))
    return a_league("A B C D E F", days, format_=RoundRobin(times=2, phased=phased))


@pytest.mark.parametrize("league", [_season(phased=False), _season(phased=True)])
@settings(max_examples=20)
@given(
    data=st.data(),
    seed=st.integers(0, 2**32),
    temperature=st.sampled_from([1.0, 5e3, 1e9]),
)
def test_after_any_moves_the_cost_is_the_score_of_the_checker(
    league: League, data: st.DataObject, seed: int, temperature: float
) -> None:
    for number in range(data.draw(st.integers(1, 5))):
        name = ConstraintId(f"rule-{number}")
        rule = data.draw(rules(league, name, _KINDS))
        league = replace(league, constraints=(*league.constraints, rule))
    instance = Instance(league)
    compiled = compile_league(instance)
    solution = round_robin_solution_of(compiled, random_games(compiled, seed))
    assert solution is not None
    state = new_search_state(seed, MoveWeights().as_array())
    state.temperature, state.hard_weight = temperature, 5e3

    for moves in (1, 3, 30):
        anneal_round_robin(compiled, solution, state, moves)

        games = games_of(compiled, solution.round_of)
        score = check(league, schedule_of(instance, games)).score
        assert tuple(solution.total) == (score.infeasibility, score.soft_penalty)
    found = deviations_of(compiled, solution)
    expected = violations.deviations_of(compiled, solution_of(compiled, games))
    assert all((one == other).all() for one, other in zip(found, expected, strict=True))
