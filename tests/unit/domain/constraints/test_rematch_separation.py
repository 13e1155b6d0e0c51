import pytest

from builders import a_rule, amounts, broken
from flextime.domain.constraints.rematch_separation import RematchSeparation

WEEKLY = "4 11 18 25"


def test_either_number_is_enough() -> None:
    rule = a_rule(RematchSeparation, min_games=2, min_days=7)

    assert broken(rule, "A-B | B-A", WEEKLY) == []


def test_short_of_both_numbers_breaks_it() -> None:
    rule = a_rule(RematchSeparation, min_games=2, min_days=8)

    found = broken(rule, "A-B | B-A", WEEKLY)
    assert amounts(found) == [1]
    assert found[0].games == ("B-at-A", "A-at-B")
    assert "2 games or 8 days" in found[0].message


def test_both_numbers_may_be_asked_for() -> None:
    rule = a_rule(RematchSeparation, min_games=2, min_days=7, both=True)

    assert amounts(broken(rule, "A-B | B-A", WEEKLY)) == [1]
    assert broken(rule, "A-B | A-C B-D | B-A", WEEKLY) == []


def test_days_alone_do_not_let_games_excuse_them() -> None:
    rule = a_rule(RematchSeparation, min_days=8)

    found = broken(rule, "A-B | B-A", WEEKLY)
    assert amounts(found) == [1]
    assert found[0].message.endswith("at least 8 days are required")


def test_games_alone_do_not_let_days_excuse_them() -> None:
    assert amounts(broken(a_rule(RematchSeparation, min_games=2), "A-B | | B-A")) == [1]


def test_the_team_with_fewer_games_between_counts() -> None:
    rule = a_rule(RematchSeparation, min_games=2)

    assert amounts(broken(rule, "A-B | A-C | B-A", WEEKLY)) == [1]


def test_each_two_meetings_in_a_row_are_looked_at() -> None:
    rule = a_rule(RematchSeparation, min_games=2)

    assert amounts(broken(rule, "A-B | B-A | A-B", WEEKLY)) == [1, 1]


def test_a_separation_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="min_games or min_days must be at least 1"):
        a_rule(RematchSeparation)


def test_a_negative_separation_is_refused() -> None:
    with pytest.raises(ValueError, match="must not be negative"):
        a_rule(RematchSeparation, min_games=-1)
