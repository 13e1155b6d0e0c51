from builders import a_rule, amounts, deviations_of, slots, teams
from flextime.domain.constraints.side import Side
from flextime.domain.constraints.total_breaks import TotalBreaks


def test_breaks_of_all_teams_are_counted_together() -> None:
    found = deviations_of(a_rule(TotalBreaks, max_breaks=1), "A-B | A-B | A-B")

    assert amounts(found) == [3]
    assert found[0].message == "4 breaks, at most 1 are allowed"


def test_slots_teams_and_side_can_be_chosen() -> None:
    rule = a_rule(
        TotalBreaks,
        max_breaks=0,
        slots=slots("11"),
        teams=teams("A"),
        side=Side.HOME,
    )

    assert amounts(deviations_of(rule, "A-B | A-B | A-B")) == [1]
    assert deviations_of(rule, "B-A | B-A") == []


def test_breaks_may_be_required() -> None:
    rule = a_rule(TotalBreaks, min_breaks=3, max_breaks=4)

    assert deviations_of(rule, "A-B | A-B | A-B") == []
    assert amounts(deviations_of(rule, "A-B | A-B")) == [1]
