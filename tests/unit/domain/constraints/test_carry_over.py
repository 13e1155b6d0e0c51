from builders import a_rule, amounts, broken
from flextime.domain.constraints.carry_over import CarryOver


def test_one_effect_of_each_kind_is_worth_one() -> None:
    assert broken(a_rule(CarryOver, max_value=2), "A-B | A-C") == []
    assert amounts(broken(a_rule(CarryOver, max_value=0), "A-B | A-C")) == [1]


def test_the_same_effect_twice_is_worth_four() -> None:
    rule = a_rule(CarryOver, max_value=1)

    found = broken(rule, "A-B | A-C | D-B | D-C")
    # A and D each meet C after B, B and C each meet D after A: twice 2 squared
    assert amounts(found) == [7]
    assert "is 8, at most 1 is allowed" in found[0].message
