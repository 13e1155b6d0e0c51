from builders import a_rule, amounts, deviations_of, slots, teams
from flextime.domain.constraints.game_costs import GameCost, GameCosts

A, B = teams("A B")
COSTS = (GameCost(A, B, slots("4")[0], 7), GameCost(B, A, slots("11")[0], 5))


def test_the_cost_above_the_limit_is_the_deviation() -> None:
    rule = a_rule(GameCosts, costs=COSTS, max_cost=2)

    assert amounts(deviations_of(rule, "A-B | B-A")) == [10]
    assert amounts(deviations_of(rule, "A-B")) == [5]


def test_a_game_at_another_place_or_time_costs_nothing() -> None:
    assert deviations_of(a_rule(GameCosts, costs=COSTS), "B-A | A-B") == []
