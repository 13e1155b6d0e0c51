import pytest

from builders import a_rule, amounts, deviations_of, teams
from flextime.domain.constraints.games_per_week import GamesPerWeek

MONDAY_TO_SUNDAY = "6 8 12"
SUNDAY_MONDAY = "5 6"


def test_as_many_games_as_allowed_satisfy_the_rule() -> None:
    rule = a_rule(GamesPerWeek, max_games=3)

    assert deviations_of(rule, "A-B | B-A | A-B", MONDAY_TO_SUNDAY) == []


def test_a_game_more_violates_it_for_both_teams() -> None:
    rule = a_rule(GamesPerWeek, max_games=2)

    found = deviations_of(rule, "A-B | B-A | A-B", MONDAY_TO_SUNDAY)
    assert [deviation.teams for deviation in found] == [("A",), ("B",)]
    assert amounts(found) == [1, 1]


def test_a_week_ends_with_its_sunday() -> None:
    rule = a_rule(GamesPerWeek, max_games=1)

    assert deviations_of(rule, "A-B | B-A", SUNDAY_MONDAY) == []


def test_the_week_over_new_year_is_one_week() -> None:
    rule = a_rule(GamesPerWeek, max_games=1, teams=teams("A"))

    assert amounts(deviations_of(rule, "A-B | B-A", "-1 1")) == [1]


def test_only_the_chosen_teams_count() -> None:
    rule = a_rule(GamesPerWeek, max_games=1, teams=teams("C"))

    assert deviations_of(rule, "A-B C-D | B-A", MONDAY_TO_SUNDAY) == []


def test_no_game_at_all_a_week_is_rejected() -> None:
    with pytest.raises(ValueError, match="max_games must be at least 1"):
        a_rule(GamesPerWeek, max_games=0)
