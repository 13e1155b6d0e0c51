from builders import a_rule, amounts, deviations_of, slots, teams
from flextime.domain.constraints.paired_slots import PairedSlots

RULE = a_rule(PairedSlots, slot_pairs=(slots("4 11"),))


def test_who_meets_in_one_slot_meets_in_the_other() -> None:
    assert deviations_of(RULE, "A-B | B-A") == []


def test_each_pair_that_does_not_is_a_violation() -> None:
    found = deviations_of(RULE, "A-B | A-C")

    assert amounts(found) == [1, 1]
    assert found[0].message == "A and B meet in only one of the slots 4 and 11"


def test_only_games_among_the_chosen_teams_count() -> None:
    rule = a_rule(PairedSlots, slot_pairs=(slots("4 11"),), teams=teams("A C"))

    assert deviations_of(rule, "A-B | C-B") == []
