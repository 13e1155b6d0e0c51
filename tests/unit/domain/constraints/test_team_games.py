from builders import a_rule, amounts, deviations_of, slots, teams
from flextime.domain.constraints.side import Side
from flextime.domain.constraints.team_games import TeamGames


def test_games_above_the_limit_are_the_deviation() -> None:
    rule = a_rule(TeamGames, teams=teams("A"), slots=slots("4 11"), max_games=0)

    found = deviations_of(rule, "A-B | B-A | A-B")
    assert amounts(found) == [2]
    assert "A plays 2 games in 2 slots" in found[0].message


def test_games_can_be_required() -> None:
    rule = a_rule(
        TeamGames, teams=teams("A"), slots=slots("4 11"), side=Side.HOME, min_games=2
    )

    assert amounts(deviations_of(rule, "A-B | B-A")) == [1]
    assert deviations_of(rule, "A-B | A-B") == []
