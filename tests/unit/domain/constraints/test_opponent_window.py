import pytest

from builders import a_rule, amounts, deviations_of, teams
from flextime.domain.constraints.opponent_window import OpponentWindow
from flextime.domain.constraints.side import Side

FOUR_DAYS = "4 11 18 25"


def test_every_window_counts() -> None:
    rule = a_rule(
        OpponentWindow, length=3, max_games=2, side=Side.HOME, teams=teams("A")
    )

    assert amounts(deviations_of(rule, "A-B | A-C | A-B | A-C", FOUR_DAYS)) == [1, 1]
    assert deviations_of(rule, "A-B | A-C | B-A | A-C", FOUR_DAYS) == []


def test_a_bye_is_a_round_but_no_game() -> None:
    fields = {"length": 2, "max_games": 1, "side": Side.HOME, "teams": teams("A")}
    by_rounds = a_rule(OpponentWindow, unit="rounds", **fields)
    by_games = a_rule(OpponentWindow, unit="games", **fields)

    assert deviations_of(by_rounds, "A-B | B-C | A-C", FOUR_DAYS) == []
    assert amounts(deviations_of(by_games, "A-B | B-C | A-C", FOUR_DAYS)) == [1]


def test_only_chosen_opponents_count() -> None:
    rule = a_rule(
        OpponentWindow,
        length=2,
        max_games=1,
        opponents=teams("B C"),
        teams=teams("A"),
    )

    assert amounts(deviations_of(rule, "A-B | C-A | A-D", FOUR_DAYS)) == [1]


def test_a_window_can_have_a_minimum() -> None:
    rule = a_rule(
        OpponentWindow, length=2, min_games=1, side=Side.AWAY, teams=teams("A")
    )

    assert amounts(deviations_of(rule, "A-B | A-C | B-A", "4 11 18")) == [1]


def test_a_window_without_length_is_rejected() -> None:
    with pytest.raises(ValueError, match="length must be at least 1"):
        a_rule(OpponentWindow, length=0)
