import pytest

from builders import a_rule, amounts, deviations_of, slots, teams
from flextime.domain.constraints.side import Side
from flextime.domain.constraints.team_breaks import TeamBreaks


def _rule(*, side: Side = Side.EITHER) -> TeamBreaks:
    return a_rule(
        TeamBreaks, teams=teams("A"), slots=slots("11 18"), side=side, max_breaks=0
    )


def test_a_second_home_game_in_a_row_is_a_break() -> None:
    found = deviations_of(_rule(), "A-B | A-C")

    assert amounts(found) == [1]
    assert found[0].games == ("C-at-A",)


def test_a_break_belongs_to_the_slot_of_its_second_game() -> None:
    assert deviations_of(_rule(), "A-B | B-A | A-C | A-B") == []


def test_a_bye_does_not_end_the_row() -> None:
    assert amounts(deviations_of(_rule(), "A-B | B-C | A-C")) == [1]


def test_breaks_of_one_side_can_be_counted_alone() -> None:
    assert deviations_of(_rule(side=Side.AWAY), "A-B | A-C") == []
    assert amounts(deviations_of(_rule(side=Side.AWAY), "B-A | C-A")) == [1]


def test_breaks_may_be_required() -> None:
    rule = a_rule(
        TeamBreaks, teams=teams("A"), slots=slots("11 18"), min_breaks=2, max_breaks=2
    )

    assert deviations_of(rule, "A-B | A-C | A-D") == []
    found = deviations_of(rule, "A-B | A-C | D-A")
    assert amounts(found) == [1]
    assert found[0].message.endswith("2 to 2 are required")


def test_limits_that_exclude_each_other_are_rejected() -> None:
    with pytest.raises(ValueError, match="max_breaks must not be less than min_breaks"):
        a_rule(TeamBreaks, slots=slots("4"), min_breaks=2, max_breaks=1)
    with pytest.raises(ValueError, match="min_breaks must not be negative"):
        a_rule(TeamBreaks, slots=slots("4"), min_breaks=-1, max_breaks=1)
