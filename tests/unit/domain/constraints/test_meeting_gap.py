from builders import a_rule, amounts, deviations_of
from flextime.domain.constraints.meeting_gap import MeetingGap


def test_enough_rounds_between_two_meetings_satisfy_the_rule() -> None:
    assert deviations_of(a_rule(MeetingGap, min_rounds=1), "A-B | C-D | B-A") == []


def test_rounds_that_are_missing_are_the_deviation() -> None:
    found = deviations_of(a_rule(MeetingGap, min_rounds=3), "A-B | C-D | B-A")

    assert amounts(found) == [2]
    assert "A and B meet again after 1 other rounds" in found[0].message


def test_rounds_too_many_are_the_deviation_too() -> None:
    rule = a_rule(MeetingGap, max_rounds=0)

    assert amounts(deviations_of(rule, "A-B | C-D | C-D | B-A")) == [2]


def test_only_meetings_in_a_row_are_compared() -> None:
    rule = a_rule(MeetingGap, max_rounds=0)

    assert deviations_of(rule, "A-B | B-A | A-B") == []
