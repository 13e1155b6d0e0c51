"""The start with few breaks and the assignment of teams to its places."""

from itertools import permutations

import pytest

from builders import a_league, a_rule, slots, teams
from flextime.domain.constraints import Constraint
from flextime.domain.constraints.side import Side
from flextime.domain.constraints.team_games import TeamGames
from flextime.domain.constraints.total_breaks import TotalBreaks
from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.leagues.goals import Goals
from flextime.domain.leagues.league import League
from flextime.domain.runs.attempts import Instance
from flextime_solver.construct.few_breaks import (
    breaks,
    double_round_robin,
    games_with_few_breaks,
    single_round_robin,
)
from flextime_solver.instance.compiled_league import HARD
from flextime_solver.instance.compiler import compile_league
from flextime_solver.params import SolveParams
from flextime_solver.solution.conversion import solution_of
from flextime_solver.solve import solve
from flextime_solver.stop import MaxIterations

_TEN_TEAMS = "A B C D E F G H I J"
_EIGHTEEN_DAYS = " ".join(str(4 + 7 * week) for week in range(18))
_FEWEST = a_rule(TotalBreaks, max_breaks=18)
_AWAY_FIRST = a_rule(
    TeamGames, teams=teams("C"), slots=slots("4"), side=Side.HOME, max_games=0
)


def ten_teams(*constraints: Constraint) -> League:
    return a_league(
        _TEN_TEAMS,
        _EIGHTEEN_DAYS,
        constraints,
        format_=RoundRobin(times=2, phased=True),
        goals=Goals(travel_points_per_km=0),
    )


@pytest.mark.parametrize("number", [4, 6, 10, 18, 20])
def test_a_single_round_robin_has_two_breaks_fewer_than_teams(
    number: int,
) -> None:
    rounds = single_round_robin(number)

    met = sorted(tuple(sorted(game)) for round_ in rounds for game in round_)
    assert met == [(a, b) for a in range(number) for b in range(a + 1, number)]
    assert breaks(rounds) == number - 2


@pytest.mark.parametrize("number", [4, 6, 10, 18, 20])
def test_a_double_round_robin_has_every_game_once_and_few_breaks(number: int) -> None:
    rounds = double_round_robin(number)

    games = sorted(game for round_ in rounds for game in round_)
    assert games == list(permutations(range(number), 2))
    assert all(len({*sum(round_, ())}) == number for round_ in rounds)
    assert breaks(rounds) <= 2 * number - 2


def test_each_team_gets_a_place_that_its_constraints_allow() -> None:
    league = compile_league(Instance(ten_teams(_FEWEST, _AWAY_FIRST)))

    for seed in (1, 2, 3):
        games = games_with_few_breaks(league, seed)

        assert games is not None
        assert solution_of(league, games).total[HARD] == 0


def test_there_is_no_such_start_without_a_limit_on_total_breaks() -> None:
    league = compile_league(Instance(ten_teams(_AWAY_FIRST)))

    assert games_with_few_breaks(league, 1) is None


def test_there_is_no_such_start_if_it_violates_too_many_constraints() -> None:
    none_at_home = a_rule(
        TeamGames,
        teams=teams(_TEN_TEAMS),
        slots=slots("4"),
        side=Side.HOME,
        max_games=0,
    )
    league = compile_league(Instance(ten_teams(_FEWEST, none_at_home)))

    assert games_with_few_breaks(league, 1) is None


def test_a_season_with_fewest_breaks_needs_no_search() -> None:
    season = Instance(ten_teams(_FEWEST))

    result = solve(season, SolveParams(), MaxIterations(1), seed=1)

    assert result.score is not None
    assert result.score.infeasibility == 0
