from builders import a_rule, amounts, deviations_of, teams
from flextime.domain.constraints.running_balance import RunningBalance


def test_home_and_away_in_turn_satisfy_the_rule() -> None:
    rule = a_rule(RunningBalance, max_difference=1)

    assert deviations_of(rule, "A-B | B-A | A-B") == []


def test_the_largest_difference_counts_once_for_a_team() -> None:
    rule = a_rule(RunningBalance, max_difference=1, teams=teams("A"))

    assert amounts(deviations_of(rule, "A-B | A-C | A-B | B-A | C-A")) == [2]
