import pytest

from builders import a_rule, amounts, broken, teams
from flextime.domain.constraints.away_window import AwayWindow


def test_three_away_of_four_break_a_limit_of_two() -> None:
    rule = a_rule(AwayWindow, max_away=2, games=4, teams=teams("A"))

    assert amounts(broken(rule, "B-A | A-C | C-A | B-A")) == [1]


def test_two_away_of_four_keep_a_limit_of_two() -> None:
    rule = a_rule(AwayWindow, max_away=2, games=4, teams=teams("A"))

    assert broken(rule, "B-A | A-C | C-A | A-B") == []


def test_every_window_of_a_long_road_stretch_counts() -> None:
    rule = a_rule(AwayWindow, max_away=2, games=3, teams=teams("A"))

    assert amounts(broken(rule, "B-A | C-A | B-A | C-A | B-A")) == [1, 1, 1]


def test_a_window_wholly_away_deviates_by_all_it_is_over() -> None:
    rule = a_rule(AwayWindow, max_away=1, games=3, teams=teams("A"))

    assert amounts(broken(rule, "B-A | C-A | B-A")) == [2]


def test_a_season_shorter_than_the_window_has_no_window() -> None:
    rule = a_rule(AwayWindow, max_away=0, games=3, teams=teams("A"))

    assert broken(rule, "B-A | C-A") == []


def test_the_first_window_looks_at_nothing_later() -> None:
    rule = a_rule(AwayWindow, max_away=1, games=2, where="first", teams=teams("A"))

    assert broken(rule, "A-B | C-A | B-A") == []
    assert amounts(broken(rule, "B-A | C-A | A-B")) == [1]


def test_the_last_window_looks_at_nothing_earlier() -> None:
    rule = a_rule(AwayWindow, max_away=1, games=2, where="last", teams=teams("A"))

    assert broken(rule, "B-A | C-A | A-B") == []
    assert amounts(broken(rule, "A-B | C-A | B-A")) == [1]


def test_byes_do_not_end_a_window() -> None:
    rule = a_rule(AwayWindow, max_away=1, games=2, teams=teams("A"))

    assert amounts(broken(rule, "B-A | | C-A")) == [1]


@pytest.mark.parametrize(("max_away", "games"), [(-1, 3), (3, 3)])
def test_a_limit_that_cannot_be_broken_is_refused(max_away: int, games: int) -> None:
    with pytest.raises(ValueError, match="less than games"):
        a_rule(AwayWindow, max_away=max_away, games=games)
