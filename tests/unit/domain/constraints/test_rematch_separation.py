import pytest

from builders import a_rule, amounts, deviations_of
from flextime.domain.constraints.rematch_separation import RematchSeparation

WEEKLY = "4 11 18 25"


def test_either_number_is_enough() -> None:
    rule = a_rule(RematchSeparation, min_games=2, min_days=7)

    assert deviations_of(rule, "A-B | B-A", WEEKLY) == []


def test_short_of_both_numbers_violates_it() -> None:
    rule = a_rule(RematchSeparation, min_games=2, min_days=8)

    found = deviations_of(rule, "A-B | B-A", WEEKLY)
    assert amounts(found) == [1]
    assert found[0].games == ("B-at-A", "A-at-B")
    assert "2 games or 8 days" in found[0].message


def test_both_numbers_may_be_required() -> None:
    rule = a_rule(RematchSeparation, min_games=2, min_days=7, both=True)

    assert amounts(deviations_of(rule, "A-B | B-A", WEEKLY)) == [1]
    assert deviations_of(rule, "A-B | A-C B-D | B-A", WEEKLY) == []


def test_with_days_alone_games_do_not_count() -> None:
    rule = a_rule(RematchSeparation, min_days=8)

    found = deviations_of(rule, "A-B | B-A", WEEKLY)
    assert amounts(found) == [1]
    assert found[0].message.endswith("at least 8 days are required")


def test_with_games_alone_days_do_not_count() -> None:
    assert amounts(
        deviations_of(a_rule(RematchSeparation, min_games=2), "A-B | | B-A")
    ) == [1]


def test_the_team_with_fewer_games_between_counts() -> None:
    rule = a_rule(RematchSeparation, min_games=2)

    assert amounts(deviations_of(rule, "A-B | A-C | B-A", WEEKLY)) == [1]


def test_consecutive_meetings_are_compared() -> None:
    rule = a_rule(RematchSeparation, min_games=2)

    assert amounts(deviations_of(rule, "A-B | B-A | A-B", WEEKLY)) == [1, 1]


def test_a_separation_of_nothing_is_rejected() -> None:
    with pytest.raises(ValueError, match="min_games or min_days must be at least 1"):
        a_rule(RematchSeparation)


def test_a_negative_separation_is_rejected() -> None:
    with pytest.raises(ValueError, match="must not be negative"):
        a_rule(RematchSeparation, min_games=-1)
