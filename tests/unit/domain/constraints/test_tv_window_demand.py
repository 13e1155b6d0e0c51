import pytest

from builders import a_rule, amounts, deviations_of, slots, teams
from flextime.domain.constraints.tv_window_demand import TvWindowDemand


def test_a_window_with_enough_games_satisfies_the_rule() -> None:
    rule = a_rule(TvWindowDemand, slots=slots("4"), min_games=1, max_games=2)

    assert deviations_of(rule, "A-B") == []
    assert deviations_of(rule, "A-B C-D") == []


def test_missing_games_are_the_deviation() -> None:
    rule = a_rule(TvWindowDemand, slots=slots("4"), min_games=2)

    assert amounts(deviations_of(rule, "| A-B")) == [2]


def test_games_too_many_are_the_deviation() -> None:
    rule = a_rule(TvWindowDemand, slots=slots("4"), max_games=0)

    found = deviations_of(rule, "A-B C-D")
    assert amounts(found) == [2]
    assert found[0].games == ("B-at-A", "D-at-C")


def test_every_slot_is_a_separate_window() -> None:
    rule = a_rule(TvWindowDemand, slots=slots("4 11 18"), min_games=1)

    assert amounts(deviations_of(rule, "| A-B")) == [1, 1]


def test_only_games_that_feature_a_team_count() -> None:
    rule = a_rule(TvWindowDemand, slots=slots("4"), min_games=1, featuring=teams("A B"))

    assert amounts(deviations_of(rule, "C-D | A-B")) == [1]
    assert deviations_of(rule, "A-B") == []
    assert deviations_of(rule, "C-B") == []


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"slots": ()}, "slots must not be empty"),
        ({"slots": slots("4 4")}, "slots must not name 4 twice"),
        ({"slots": slots("4"), "min_games": -1}, "min_games must not be negative"),
        ({"slots": slots("4"), "min_games": 2, "max_games": 1}, "less than min_games"),
        ({"slots": slots("4"), "featuring": ()}, "featuring must not be empty"),
    ],
)
def test_a_window_with_contradictory_numbers_is_rejected(
    fields: dict[str, object], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        a_rule(TvWindowDemand, **fields)
