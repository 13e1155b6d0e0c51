import pytest

from builders import a_rule, amounts, deviations_of, teams
from flextime.domain.constraints.no_sunday import NoSunday

SATURDAY, SUNDAY, MONDAY = "4", "5", "6"


@pytest.mark.parametrize("day", [SATURDAY, MONDAY])
def test_the_days_around_sunday_are_allowed(day: str) -> None:
    assert deviations_of(a_rule(NoSunday, teams=teams("A")), "A-B", day) == []


@pytest.mark.parametrize("game", ["A-B", "B-A"])
def test_a_sunday_game_violates_it_at_home_and_away(game: str) -> None:
    found = deviations_of(a_rule(NoSunday, teams=teams("A")), game, SUNDAY)

    assert amounts(found) == [1]
    assert found[0].teams == ("A",)


def test_other_teams_may_play_on_sundays() -> None:
    assert deviations_of(a_rule(NoSunday, teams=teams("C")), "A-B C-D@6", "5/6") == []


def test_a_rule_without_teams_is_rejected() -> None:
    with pytest.raises(ValueError, match="teams must not be empty"):
        a_rule(NoSunday, teams=())
