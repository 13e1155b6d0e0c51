from dataclasses import replace

import pytest

from builders import a_league, a_rule
from flextime.domain.constraints.total_breaks import TotalBreaks
from flextime.domain.constraints.travel_limit import TravelLimit
from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.leagues.league import League
from flextime.domain.runs.attempts import Instance
from flextime_solver.construct.random_rounds import random_games
from flextime_solver.instance.compiled_league import SOFT
from flextime_solver.instance.compiler import compile_league
from flextime_solver.solution.conversion import solution_of
from flextime_solver.solution.violations import aggregate_soft_cost, deviations_of


@pytest.fixture
def league() -> League:
    """Four teams 100.4 km apart, whose travel costs nothing up to 150 km together."""
    apart_km = tuple(
        tuple(100.4 * (row != column) for column in range(4)) for row in range(4)
    )
    limit = a_rule(TravelLimit, max_km=150, hard=False, weight=3)
    days = "4 11 18 25 32 39"
    league = a_league(
        "A B C D",
        days,
        [limit],
        format_=RoundRobin(times=2),
        distances_km=apart_km,
    )
    return replace(league, goals=replace(league.goals, travel_points_per_km=0))


def test_a_sum_over_teams_costs_its_weight_for_each_unit_of_the_counter(
    league: League,
) -> None:
    compiled = compile_league(Instance(league))
    solution = solution_of(compiled, random_games(compiled, seed=1))

    km_beyond = deviations_of(compiled, solution).counters[0]

    assert km_beyond > 0
    assert aggregate_soft_cost(compiled, solution.count) == 3 * km_beyond
    assert aggregate_soft_cost(compiled, solution.count) == solution.total[SOFT]


def test_hard_sums_over_teams_cost_no_points(league: League) -> None:
    breaks = a_rule(TotalBreaks, min_breaks=0, max_breaks=0)
    compiled = compile_league(Instance(replace(league, constraints=(breaks,))))
    solution = solution_of(compiled, random_games(compiled, seed=1))

    assert aggregate_soft_cost(compiled, solution.count) == 0
