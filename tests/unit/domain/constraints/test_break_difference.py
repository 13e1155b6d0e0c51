from builders import a_rule, amounts, broken, teams
from flextime.domain.constraints.break_difference import BreakDifference


def test_as_many_breaks_for_both_are_kept() -> None:
    assert broken(a_rule(BreakDifference, max_difference=0), "A-B | A-B") == []


def test_what_lies_above_the_difference_is_the_deviation() -> None:
    rule = a_rule(BreakDifference, max_difference=1, teams=teams("A B"))

    found = broken(rule, "A-B | A-C | A-C | A-B")
    assert amounts(found) == [1]
    assert found[0].message == ("A has 3 breaks and B 1, they may differ by 1")
