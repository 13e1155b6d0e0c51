import pytest

from builders import a_rule, amounts, broken, slots
from flextime.domain.constraints.fixed_game import FixedGame


def test_the_game_in_its_slot_keeps_the_rule() -> None:
    rule = a_rule(FixedGame, home="A", away="B", slots=slots("11"))

    assert broken(rule, "| A-B") == []


def test_any_of_several_slots_will_do() -> None:
    rule = a_rule(FixedGame, home="A", away="B", slots=slots("4 11"))

    assert broken(rule, "| A-B") == []


def test_another_date_breaks_it() -> None:
    rule = a_rule(FixedGame, home="A", away="B", slots=slots("11"))

    found = broken(rule, "A-B")
    assert amounts(found) == [1]
    assert found[0].games == ("B-at-A",)


def test_the_other_venue_breaks_it() -> None:
    rule = a_rule(FixedGame, home="A", away="B", slots=slots("11"))

    assert amounts(broken(rule, "| B-A")) == [1]


def test_a_second_meeting_elsewhere_does_no_harm() -> None:
    rule = a_rule(FixedGame, home="A", away="B", slots=slots("11"))

    assert broken(rule, "B-A | A-B | A-B") == []


def test_a_team_against_itself_is_refused() -> None:
    with pytest.raises(ValueError, match="home and away must be two teams"):
        a_rule(FixedGame, home="A", away="A", slots=slots("4"))


def test_no_slot_at_all_is_refused() -> None:
    with pytest.raises(ValueError, match="slots must not be empty"):
        a_rule(FixedGame, home="A", away="B", slots=())
