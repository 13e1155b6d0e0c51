from builders import a_rule, amounts, broken, slots, teams
from flextime.domain.constraints.side import Side
from flextime.domain.constraints.team_breaks import TeamBreaks


def _rule(*, side: Side = Side.EITHER) -> TeamBreaks:
    return a_rule(
        TeamBreaks, teams=teams("A"), slots=slots("11 18"), side=side, max_breaks=0
    )


def test_a_second_home_game_in_a_row_is_a_break() -> None:
    found = broken(_rule(), "A-B | A-C")

    assert amounts(found) == [1]
    assert found[0].games == ("C-at-A",)


def test_a_break_belongs_to_the_slot_of_its_second_game() -> None:
    assert broken(_rule(), "A-B | B-A | A-C | A-B") == []


def test_a_bye_does_not_end_the_row() -> None:
    assert amounts(broken(_rule(), "A-B | B-C | A-C")) == [1]


def test_breaks_of_one_side_can_be_counted_alone() -> None:
    assert broken(_rule(side=Side.AWAY), "A-B | A-C") == []
    assert amounts(broken(_rule(side=Side.AWAY), "B-A | C-A")) == [1]
