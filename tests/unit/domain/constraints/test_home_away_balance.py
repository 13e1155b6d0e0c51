import pytest

from builders import a_rule, amounts, deviations_of, teams
from flextime.domain.constraints.home_away_balance import HomeAwayBalance


def test_equal_halves_satisfy_the_strictest_balance() -> None:
    assert deviations_of(a_rule(HomeAwayBalance), "A-B | B-A") == []


def test_the_difference_beyond_the_allowed_one_is_the_deviation() -> None:
    rule = a_rule(HomeAwayBalance, max_difference=1, teams=teams("A"))

    assert amounts(deviations_of(rule, "A-B | A-C | A-D")) == [2]


def test_a_difference_as_large_as_allowed_satisfies_it() -> None:
    rule = a_rule(HomeAwayBalance, max_difference=1, teams=teams("A"))

    assert deviations_of(rule, "A-B | C-A | A-D") == []


def test_too_many_away_games_violate_it_like_too_many_at_home() -> None:
    rule = a_rule(HomeAwayBalance, teams=teams("A"))

    assert amounts(deviations_of(rule, "B-A | C-A")) == [2]


def test_a_negative_difference_is_rejected() -> None:
    with pytest.raises(ValueError, match="max_difference must not be negative"):
        a_rule(HomeAwayBalance, max_difference=-1)
