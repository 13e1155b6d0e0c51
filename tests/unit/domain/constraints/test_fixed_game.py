import pytest

from builders import a_rule, amounts, deviations_of, slots
from flextime.domain.constraints.fixed_game import FixedGame


def test_the_game_in_its_slot_satisfies_the_rule() -> None:
    rule = a_rule(FixedGame, home="A", away="B", slots=slots("11"))

    assert deviations_of(rule, "| A-B") == []


def test_any_of_several_slots_satisfies_the_rule() -> None:
    rule = a_rule(FixedGame, home="A", away="B", slots=slots("4 11"))

    assert deviations_of(rule, "| A-B") == []


def test_another_date_violates_it() -> None:
    rule = a_rule(FixedGame, home="A", away="B", slots=slots("11"))

    found = deviations_of(rule, "A-B")
    assert amounts(found) == [1]
    assert found[0].games == ("B-at-A",)


def test_the_other_venue_violates_it() -> None:
    rule = a_rule(FixedGame, home="A", away="B", slots=slots("11"))

    assert amounts(deviations_of(rule, "| B-A")) == [1]


def test_a_second_meeting_at_another_time_is_allowed() -> None:
    rule = a_rule(FixedGame, home="A", away="B", slots=slots("11"))

    assert deviations_of(rule, "B-A | A-B | A-B") == []


def test_a_team_against_itself_is_rejected() -> None:
    with pytest.raises(ValueError, match="home and away must be two teams"):
        a_rule(FixedGame, home="A", away="A", slots=slots("4"))


def test_no_slot_at_all_is_rejected() -> None:
    with pytest.raises(ValueError, match="slots must not be empty"):
        a_rule(FixedGame, home="A", away="B", slots=())
