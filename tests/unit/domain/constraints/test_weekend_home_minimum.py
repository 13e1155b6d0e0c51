import pytest

from builders import a_rule, amounts, deviations_of, teams
from flextime.domain.constraints.weekend_home_minimum import WeekendHomeMinimum

SAT_SUN_MON_FRI = "4 5 6 10"


def test_saturdays_and_sundays_count() -> None:
    rule = a_rule(WeekendHomeMinimum, min_games=2, teams=teams("A"))

    assert deviations_of(rule, "A-B | A-C", SAT_SUN_MON_FRI) == []


def test_weekdays_do_not_count() -> None:
    rule = a_rule(WeekendHomeMinimum, min_games=1, teams=teams("A"))

    assert amounts(deviations_of(rule, "B-A | C-A | A-B | A-C", SAT_SUN_MON_FRI)) == [1]


def test_each_missing_game_counts() -> None:
    rule = a_rule(WeekendHomeMinimum, min_games=3, teams=teams("A"))

    assert amounts(deviations_of(rule, "A-B", SAT_SUN_MON_FRI)) == [2]


def test_only_the_chosen_teams_count() -> None:
    rule = a_rule(WeekendHomeMinimum, min_games=1, teams=teams("A"))

    assert deviations_of(rule, "A-B", SAT_SUN_MON_FRI) == []


def test_a_minimum_of_no_game_is_rejected() -> None:
    with pytest.raises(ValueError, match="min_games must be at least 1"):
        a_rule(WeekendHomeMinimum, min_games=0)
