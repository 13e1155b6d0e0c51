import pytest

from builders import a_rule, amounts, broken, teams
from flextime.domain.constraints.longest_away_run import LongestAwayRun


def test_a_run_as_long_as_allowed_keeps_the_rule() -> None:
    rule = a_rule(LongestAwayRun, max_games=2, teams=teams("A"))

    assert broken(rule, "B-A | C-A | A-D | B-A | C-A") == []


def test_a_run_deviates_by_its_games_too_many() -> None:
    rule = a_rule(LongestAwayRun, max_games=1, teams=teams("A"))

    found = broken(rule, "B-A | C-A | B-A | A-D")
    assert amounts(found) == [2]
    assert len(found[0].games) == 3


def test_every_run_is_a_deviation_of_its_own() -> None:
    rule = a_rule(LongestAwayRun, max_games=1, teams=teams("A"))

    assert amounts(broken(rule, "B-A | C-A | A-D | B-A | C-A")) == [1, 1]


def test_a_bye_does_not_end_a_run() -> None:
    rule = a_rule(LongestAwayRun, max_games=1, teams=teams("A"))

    assert amounts(broken(rule, "B-A | | C-A")) == [1]


def test_only_the_chosen_teams_are_looked_at() -> None:
    rule = a_rule(LongestAwayRun, max_games=1, teams=teams("D"))

    assert broken(rule, "B-A | C-A | A-D") == []


def test_a_limit_of_no_game_is_refused() -> None:
    with pytest.raises(ValueError, match="max_games must be at least 1"):
        a_rule(LongestAwayRun, max_games=0)
