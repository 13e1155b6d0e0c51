import pytest

from builders import a_rule, amounts, deviations_of, teams
from flextime.domain.constraints.weekday_pattern import WeekdayPattern
from flextime.domain.leagues.season import Weekday

SAT_MON_WED = (Weekday.SATURDAY, Weekday.MONDAY, Weekday.WEDNESDAY)


def test_games_on_the_forbidden_days_violate_it() -> None:
    rule = a_rule(WeekdayPattern, weekdays=SAT_MON_WED, teams=teams("A"))

    found = deviations_of(rule, "A-B | C-A | A-D", "4 6 8")
    assert amounts(found) == [1]
    assert "Sat-Mon-Wed" in found[0].message


def test_one_other_day_interrupts_the_pattern() -> None:
    rule = a_rule(WeekdayPattern, weekdays=SAT_MON_WED)

    assert deviations_of(rule, "A-B | C-A | A-D", "4 6 9") == []
    assert deviations_of(rule, "A-B | C-A | A-D", "4 7 8") == []


def test_a_bye_in_the_pattern_interrupts_it() -> None:
    rule = a_rule(WeekdayPattern, weekdays=SAT_MON_WED)

    assert deviations_of(rule, "A-B | B-C | C-A", "4 6 8") == []


def test_games_more_than_a_week_apart_do_not_match_the_pattern() -> None:
    rule = a_rule(
        WeekdayPattern,
        weekdays=(Weekday.SATURDAY, Weekday.SATURDAY),
        teams=teams("A"),
    )

    assert amounts(deviations_of(rule, "A-B | B-A", "4 11")) == [1]
    assert deviations_of(rule, "A-B | B-A", "4 18") == []


def test_a_pattern_of_one_day_is_rejected() -> None:
    with pytest.raises(ValueError, match="at least two days"):
        a_rule(WeekdayPattern, weekdays=(Weekday.SUNDAY,))
