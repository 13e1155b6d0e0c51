from builders import a_rule, amounts, deviations_of, slots, teams
from flextime.domain.constraints.group_games import GroupGames
from flextime.domain.constraints.side import Side


def _rule(*, each_slot: bool = False, side: Side = Side.HOME) -> GroupGames:
    return a_rule(
        GroupGames,
        teams=teams("A B"),
        opponents=teams("B C"),
        slots=slots("4 11"),
        side=side,
        each_slot=each_slot,
        max_games=1,
    )


def test_games_of_all_teams_are_counted_together() -> None:
    found = deviations_of(_rule(), "A-B | B-C")

    assert amounts(found) == [1]
    assert found[0].games == ("B-at-A", "C-at-B")


def test_each_slot_can_have_its_own_limit() -> None:
    assert deviations_of(_rule(each_slot=True), "A-B | B-C") == []
    assert amounts(deviations_of(_rule(each_slot=True), "A-B B-C")) == [1]


def test_a_game_between_both_groups_counts_once() -> None:
    assert deviations_of(_rule(side=Side.EITHER), "A-B") == []


def test_only_the_chosen_side_counts() -> None:
    assert deviations_of(_rule(side=Side.AWAY), "A-B | A-C") == []
