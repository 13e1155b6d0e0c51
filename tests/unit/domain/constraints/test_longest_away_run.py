import pytest

from builders import a_rule, amounts, deviations_of, teams
from flextime.domain.constraints.longest_away_run import LongestAwayRun


def test_a_run_as_long_as_allowed_satisfies_the_rule() -> None:
    rule = a_rule(LongestAwayRun, max_games=2, teams=teams("A"))

    assert deviations_of(rule, "B-A | C-A | A-D | B-A | C-A") == []


def test_the_deviation_is_the_number_of_games_above_the_maximum() -> None:
    rule = a_rule(LongestAwayRun, max_games=1, teams=teams("A"))

    found = deviations_of(rule, "B-A | C-A | B-A | A-D")
    assert amounts(found) == [2]
    assert len(found[0].games) == 3


def test_every_run_is_a_separate_deviation() -> None:
    rule = a_rule(LongestAwayRun, max_games=1, teams=teams("A"))

    assert amounts(deviations_of(rule, "B-A | C-A | A-D | B-A | C-A")) == [1, 1]


def test_a_bye_does_not_end_a_run() -> None:
    rule = a_rule(LongestAwayRun, max_games=1, teams=teams("A"))

    assert amounts(deviations_of(rule, "B-A | | C-A")) == [1]


def test_only_the_chosen_teams_count() -> None:
    rule = a_rule(LongestAwayRun, max_games=1, teams=teams("D"))

    assert deviations_of(rule, "B-A | C-A | A-D") == []


def test_a_limit_of_no_game_is_rejected() -> None:
    with pytest.raises(ValueError, match="max_games must be at least 1"):
        a_rule(LongestAwayRun, max_games=0)
