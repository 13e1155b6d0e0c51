"""The linear form of every kind of rule agrees with the domain's checker."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pulp import lpSum

from flextime.domain.constraints import KINDS, Constraint, Rule
from flextime.domain.ids import ConstraintId
from flextime.domain.leagues.league import League
from flextime.domain.schedules.checker import check
from flextime.domain.schedules.games import Schedule
from flextime.domain.schedules.timeline import Timeline, slot_of
from flextime_solver.backends.mip_result import MipStatus
from flextime_solver.backends.params import Backend, MipParams
from flextime_solver.backends.solve_problem import solve_problem
from flextime_solver.mip.format_constraints import add_format_constraints
from flextime_solver.mip.integer_program import LinearExpr
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.placements import Placement
from flextime_solver.mip.rule_constraints import deviation, enforce
from flextime_solver.mip.travel import travel_m
from rule_strategies import rules
from strategies import Season, seasons

# Two tests a kind, each with a solver call an example: a part of the profile's number.
FEWER = settings(max_examples=max(8, settings().max_examples // 5))
PARAMS = MipParams(backend=Backend.CP_SAT, time_limit_s=600)


@pytest.mark.parametrize("kind", KINDS)
@FEWER
@given(data=st.data())
def test_a_rule_is_satisfiable_exactly_where_the_domain_finds_no_violation(
    kind: type[Rule], data: st.DataObject
) -> None:
    season, rule = _season_with_rule(kind, data)
    model = _fixed(season.league, season.schedule)
    enforce(model, rule)

    result = solve_problem(model.problem, PARAMS)

    broken = list(rule.deviations(Timeline(season.league, season.schedule)))
    expected = MipStatus.INFEASIBLE if broken else MipStatus.OPTIMAL
    assert result.status is expected


@pytest.mark.parametrize("kind", KINDS)
@FEWER
@given(data=st.data())
def test_the_minimal_deviation_is_what_the_checker_counts(
    kind: type[Rule], data: st.DataObject
) -> None:
    season, rule = _season_with_rule(kind, data)
    model = _fixed(season.league, season.schedule)

    found = _least(model, deviation(model, rule))

    counted = rule.deviations(Timeline(season.league, season.schedule))
    assert found == sum(deviation.amount for deviation in counted)


@given(seasons())
def test_the_minimal_travel_is_what_the_checker_counts(season: Season) -> None:
    model = _fixed(season.league, season.schedule)

    found = _least(model, lpSum(travel_m(model, team) for team in model.teams))

    assert found == check(season.league, season.schedule).score.travel_m


def _season_with_rule(
    kind: type[Rule], data: st.DataObject
) -> tuple[Season, Constraint]:
    season = data.draw(seasons(max_teams=5))
    rule = data.draw(rules(season.league, ConstraintId("rule"), (kind,)))
    return season, rule


def _fixed(league: League, schedule: Schedule) -> MipModel:
    """The league's model with every game where the schedule has it."""
    model = MipModel(league)
    add_format_constraints(model)
    played = {Placement(game.home, game.away, slot_of(game)) for game in schedule.games}
    for place, variable in model.x.items():
        model.add_constraint(variable == int(place in played))
    return model


def _least(model: MipModel, cost: LinearExpr) -> int:
    model.problem.setObjective(cost + 0)
    result = solve_problem(model.problem, PARAMS)
    assert result.status is MipStatus.OPTIMAL
    assert result.objective is not None
    return round(result.objective)
