import pytest

from builders import a_rule, amounts, deviations_of, slots
from flextime.domain.constraints.team_unavailable import TeamUnavailable


@pytest.mark.parametrize("game", ["A-B", "B-A"])
def test_a_game_in_an_exam_week_violates_it_at_home_and_away(game: str) -> None:
    rule = a_rule(TeamUnavailable, team="A", slots=slots("11 18"))

    found = deviations_of(rule, f"| {game}")
    assert amounts(found) == [1]
    assert found[0].teams == ("A",)


def test_every_game_is_a_separate_deviation() -> None:
    rule = a_rule(TeamUnavailable, team="A", slots=slots("4 11"))

    assert amounts(deviations_of(rule, "A-B | C-A")) == [1, 1]


def test_other_dates_and_other_teams_are_allowed() -> None:
    rule = a_rule(TeamUnavailable, team="A", slots=slots("11"))

    assert deviations_of(rule, "A-B | B-C") == []


def test_no_slot_at_all_is_rejected() -> None:
    with pytest.raises(ValueError, match="slots must not be empty"):
        a_rule(TeamUnavailable, team="A", slots=())
