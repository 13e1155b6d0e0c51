from builders import a_rule, amounts, deviations_of, teams
from flextime.domain.constraints.break_difference import BreakDifference


def test_equal_numbers_of_breaks_satisfy_the_rule() -> None:
    assert deviations_of(a_rule(BreakDifference, max_difference=0), "A-B | A-B") == []


def test_the_excess_of_the_difference_is_the_deviation() -> None:
    rule = a_rule(BreakDifference, max_difference=1, teams=teams("A B"))

    found = deviations_of(rule, "A-B | A-C | A-C | A-B")
    assert amounts(found) == [1]
    assert found[0].message == ("A has 3 breaks and B 1, they may differ by 1")
