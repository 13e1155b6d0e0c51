import pytest

from builders import a_rule, amounts, broken, teams
from flextime.domain.constraints.no_sunday import NoSunday

SATURDAY, SUNDAY, MONDAY = "4", "5", "6"


@pytest.mark.parametrize("day", [SATURDAY, MONDAY])
def test_the_days_around_sunday_are_free_to_play(day: str) -> None:
    assert broken(a_rule(NoSunday, teams=teams("A")), "A-B", day) == []


@pytest.mark.parametrize("game", ["A-B", "B-A"])
def test_a_sunday_game_breaks_it_at_home_and_away(game: str) -> None:
    found = broken(a_rule(NoSunday, teams=teams("A")), game, SUNDAY)

    assert amounts(found) == [1]
    assert found[0].teams == ("A",)


def test_other_teams_may_play_on_sundays() -> None:
    assert broken(a_rule(NoSunday, teams=teams("C")), "A-B C-D@6", "5/6") == []


def test_a_rule_for_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match="teams must not be empty"):
        a_rule(NoSunday, teams=())
