import pytest

from builders import a_rule, amounts, deviations_of, slots, teams
from flextime.domain.constraints.rivalry_window import RivalryWindow


@pytest.mark.parametrize("game", ["A-B", "B-A"])
def test_a_game_in_the_window_satisfies_the_rule_wherever_it_is(game: str) -> None:
    rule = a_rule(RivalryWindow, teams=teams("A B"), slots=slots("11 18"))

    assert deviations_of(rule, f"| | {game}") == []


def test_a_game_outside_the_window_does_not_count() -> None:
    rule = a_rule(RivalryWindow, teams=teams("A B"), slots=slots("11 18"))

    found = deviations_of(rule, "A-B")
    assert amounts(found) == [1]
    assert found[0].teams == ("A", "B")


def test_each_missing_game_counts() -> None:
    rule = a_rule(RivalryWindow, teams=teams("A B"), slots=slots("4 11"), min_games=2)

    assert amounts(deviations_of(rule, "A-C B-D | C-B")) == [2]


def test_a_rivalry_of_one_team_is_rejected() -> None:
    with pytest.raises(ValueError, match="teams must not name A twice"):
        a_rule(RivalryWindow, teams=teams("A A"), slots=slots("4"))


def test_a_minimum_of_no_game_is_rejected() -> None:
    with pytest.raises(ValueError, match="min_games must be at least 1"):
        a_rule(RivalryWindow, teams=teams("A B"), slots=slots("4"), min_games=0)
