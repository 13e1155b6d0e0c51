import pytest

from builders import a_rule, amounts, deviations_of, teams
from flextime.domain.constraints.rest_days import RestDays

SATURDAY_MONDAY = "4 6"


def test_saturday_to_monday_is_one_day_of_rest() -> None:
    assert (
        deviations_of(a_rule(RestDays, min_rest_days=1), "A-B | B-A", SATURDAY_MONDAY)
        == []
    )


def test_the_days_that_are_missing_are_the_deviation() -> None:
    rule = a_rule(RestDays, min_rest_days=3, teams=teams("A"))

    found = deviations_of(rule, "A-B | B-A", SATURDAY_MONDAY)
    assert amounts(found) == [2]
    assert found[0].games == ("B-at-A", "A-at-B")


def test_two_games_on_a_day_miss_a_day_more() -> None:
    rule = a_rule(RestDays, min_rest_days=0, teams=teams("A"))

    assert amounts(deviations_of(rule, "A-B B-A", "4")) == [1]
    assert deviations_of(rule, "A-B | B-A", "4 5") == []


def test_only_the_chosen_teams_count() -> None:
    rule = a_rule(RestDays, min_rest_days=2, teams=teams("C"))

    assert deviations_of(rule, "A-B C-D | B-A", SATURDAY_MONDAY) == []


def test_less_than_no_rest_is_rejected() -> None:
    with pytest.raises(ValueError, match="min_rest_days must not be negative"):
        a_rule(RestDays, min_rest_days=-1)
