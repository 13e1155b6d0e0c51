from builders import a_rule, amounts, deviations_of, slots
from flextime.domain.constraints.home_game_difference import HomeGameDifference
from flextime.domain.constraints.side import Side


def test_teams_that_host_in_turn_satisfy_the_rule() -> None:
    assert (
        deviations_of(a_rule(HomeGameDifference, max_difference=1), "A-B | B-A") == []
    )


def test_the_largest_difference_counts_once_for_a_pair() -> None:
    rule = a_rule(HomeGameDifference, max_difference=1)

    found = deviations_of(rule, "A-B | A-B | A-B | B-A | B-A")
    assert amounts(found) == [2]
    assert "differ by 3 games at home" in found[0].message


def test_away_games_can_be_compared_instead() -> None:
    rule = a_rule(HomeGameDifference, max_difference=1, side=Side.AWAY)

    assert amounts(deviations_of(rule, "A-B | A-B")) == [1]


def test_only_chosen_slots_count() -> None:
    rule = a_rule(HomeGameDifference, max_difference=0, slots=slots("11"))

    assert deviations_of(rule, "A-B | B-A") == []
