"""The evaluation agrees with the definitions of RobinX for any schedule."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flextime.serialization.robinx import (
    Evaluation,
    evaluate,
    read_instance,
    read_solution,
)

from .definitions import DEVIATIONS, TEAMS, Game, objective
from .instances import constraints, instance_xml, schedules, solution_xml


def _evaluated(instance: bytes, games: list[Game]) -> Evaluation:
    league = read_instance(instance)
    return evaluate(league, read_solution(solution_xml(games), league))


@pytest.mark.parametrize("tag", DEVIATIONS)
@given(data=st.data(), games=schedules())
def test_a_constraint_costs_its_penalty_times_its_deviation(
    tag: str, data: st.DataObject, games: list[Game]
) -> None:
    attributes = data.draw(constraints(tag))

    found = _evaluated(instance_xml(tag, attributes), games)

    cost = int(attributes["penalty"]) * DEVIATIONS[tag](attributes, games)
    hard = attributes["type"] == "HARD"
    assert found.infeasibility - found.base_violations == (cost if hard else 0)
    assert found.objective == (0 if hard else cost)
    assert sum(violation.penalty for violation in found.violations) == cost


@pytest.mark.parametrize("name", ["SC", "TR", "BM", "COE", "CR", "NONE"])
@given(games=schedules())
def test_an_objective_has_the_value_of_its_definition(
    name: str, games: list[Game]
) -> None:
    found = _evaluated(instance_xml(objective=name), games)

    assert found.objective == objective(name, games)


@pytest.mark.parametrize("round_robins", [1, 2])
@given(games=schedules())
def test_a_game_that_is_missing_or_too_many_is_a_base_violation(
    round_robins: int, games: list[Game]
) -> None:
    found = _evaluated(instance_xml(round_robins=round_robins), games)

    expected = 0
    for home, away in permutations(TEAMS, 2):
        hosted = sum(game[:2] == (home, away) for game in games)
        visited = sum(game[:2] == (away, home) for game in games)
        if round_robins == 2:
            expected += abs(hosted - 1)
        elif home < away:
            expected += abs(hosted + visited - 1)
    assert found.base_violations == expected
