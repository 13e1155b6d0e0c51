import pytest

from builders import a_rule, amounts, broken, teams
from flextime.domain.constraints.weekday_pattern import WeekdayPattern
from flextime.domain.leagues.season import Weekday

SAT_MON_WED = (Weekday.SATURDAY, Weekday.MONDAY, Weekday.WEDNESDAY)


def test_the_forbidden_days_in_a_row_break_it() -> None:
    rule = a_rule(WeekdayPattern, weekdays=SAT_MON_WED, teams=teams("A"))

    found = broken(rule, "A-B | C-A | A-D", "4 6 8")
    assert amounts(found) == [1]
    assert "Sat-Mon-Wed" in found[0].message


def test_one_other_day_breaks_the_pattern_up() -> None:
    rule = a_rule(WeekdayPattern, weekdays=SAT_MON_WED)

    assert broken(rule, "A-B | C-A | A-D", "4 6 9") == []
    assert broken(rule, "A-B | C-A | A-D", "4 7 8") == []


def test_a_bye_in_the_pattern_breaks_it_up() -> None:
    rule = a_rule(WeekdayPattern, weekdays=SAT_MON_WED)

    assert broken(rule, "A-B | B-C | C-A", "4 6 8") == []


def test_more_than_a_week_between_two_days_is_no_row() -> None:
    rule = a_rule(
        WeekdayPattern,
        weekdays=(Weekday.SATURDAY, Weekday.SATURDAY),
        teams=teams("A"),
    )

    assert amounts(broken(rule, "A-B | B-A", "4 11")) == [1]
    assert broken(rule, "A-B | B-A", "4 18") == []


def test_a_pattern_of_one_day_is_refused() -> None:
    with pytest.raises(ValueError, match="at least two days"):
        a_rule(WeekdayPattern, weekdays=(Weekday.SUNDAY,))
