import pytest

from builders import a_rule, amounts, deviations_of
from flextime.domain.constraints.carry_over import CarryOver


def test_the_last_game_has_an_effect_on_the_first() -> None:
    season = "A-B C-D | A-C B-D | A-D B-C"

    # A passes B's effect to C, C's to D and D's to B; all twelve effects are different.
    assert deviations_of(a_rule(CarryOver, max_value=12), season) == []
    assert amounts(deviations_of(a_rule(CarryOver, max_value=11), season)) == [1]


def test_the_same_effect_twice_is_worth_four() -> None:
    rule = a_rule(CarryOver, max_value=1)

    found = deviations_of(rule, "A-B | A-C | D-B | D-C")
    # A and D meet C after B and, around the end, B after C; B and C meet D after A
    # and A after D: four times 2 squared
    assert amounts(found) == [15]
    assert "is 16, at most 1 is allowed" in found[0].message


def test_a_negative_value_is_rejected() -> None:
    with pytest.raises(ValueError, match="max_value must not be negative"):
        a_rule(CarryOver, max_value=-1)
