import pytest

from builders import a_rule, amounts, deviations_of, teams
from flextime.domain.constraints.away_window import AwayWindow


def test_three_away_of_four_violate_a_limit_of_two() -> None:
    rule = a_rule(AwayWindow, max_away=2, games=4, teams=teams("A"))

    assert amounts(deviations_of(rule, "B-A | A-C | C-A | B-A")) == [1]


def test_two_away_of_four_satisfy_a_limit_of_two() -> None:
    rule = a_rule(AwayWindow, max_away=2, games=4, teams=teams("A"))

    assert deviations_of(rule, "B-A | A-C | C-A | A-B") == []


def test_every_window_of_a_long_road_stretch_counts() -> None:
    rule = a_rule(AwayWindow, max_away=2, games=3, teams=teams("A"))

    assert amounts(deviations_of(rule, "B-A | C-A | B-A | C-A | B-A")) == [1, 1, 1]


def test_the_deviation_is_the_number_of_away_games_above_the_maximum() -> None:
    rule = a_rule(AwayWindow, max_away=1, games=3, teams=teams("A"))

    assert amounts(deviations_of(rule, "B-A | C-A | B-A")) == [2]


def test_a_season_shorter_than_the_window_has_no_window() -> None:
    rule = a_rule(AwayWindow, max_away=0, games=3, teams=teams("A"))

    assert deviations_of(rule, "B-A | C-A") == []


def test_the_first_window_ignores_later_games() -> None:
    rule = a_rule(AwayWindow, max_away=1, games=2, where="first", teams=teams("A"))

    assert deviations_of(rule, "A-B | C-A | B-A") == []
    assert amounts(deviations_of(rule, "B-A | C-A | A-B")) == [1]


def test_the_last_window_ignores_earlier_games() -> None:
    rule = a_rule(AwayWindow, max_away=1, games=2, where="last", teams=teams("A"))

    assert deviations_of(rule, "B-A | C-A | A-B") == []
    assert amounts(deviations_of(rule, "A-B | C-A | B-A")) == [1]


def test_byes_do_not_end_a_window() -> None:
    rule = a_rule(AwayWindow, max_away=1, games=2, teams=teams("A"))

    assert amounts(deviations_of(rule, "B-A | | C-A")) == [1]


@pytest.mark.parametrize(("max_away", "games"), [(-1, 3), (3, 3)])
def test_a_limit_that_cannot_be_violated_is_rejected(max_away: int, games: int) -> None:
    with pytest.raises(ValueError, match="less than games"):
        a_rule(AwayWindow, max_away=max_away, games=games)
