"""Rules on numbers of games that leave each other no room, and those that do."""

import pytest

from builders import a_league, a_rule, slots, teams
from flextime.domain.constraints import Constraint
from flextime.domain.constraints.chosen_games import ChosenGames
from flextime.domain.constraints.side import Side
from flextime.domain.constraints.team_games import TeamGames
from flextime.domain.ids import ConstraintId, TeamId
from flextime.domain.leagues.preflight import preflight

GAME = ((TeamId("A"), TeamId("B")),)


def pointers(*rules: Constraint) -> list[str]:
    return [problem.pointer for problem in preflight(a_league(rules=rules))]


def games(name: str, **fields: object) -> TeamGames:
    return a_rule(TeamGames, id=ConstraintId(name), teams=teams("A"), **fields)


def meeting(name: str, days: str, **fields: object) -> ChosenGames:
    fields = {"id": ConstraintId(name), "slots": slots(days), **fields}
    return a_rule(ChosenGames, games=GAME, **fields)


def test_more_games_than_rounds_are_found() -> None:
    assert pointers(games("many", slots=slots("4 11"), min_games=2)) == []
    assert pointers(games("many", slots=slots("4 11"), min_games=3)) == [
        "/constraints/0/min_games"
    ]


@pytest.mark.parametrize(
    ("side", "found"),
    [
        (Side.HOME, ["/constraints/0/min_games"]),
        (Side.EITHER, ["/constraints/0/min_games"]),
        (Side.AWAY, []),
    ],
)
def test_home_games_that_another_rule_does_not_allow_are_found(
    side: Side, found: list[str]
) -> None:
    wanted = games("wanted", slots=slots("4"), side=Side.HOME, min_games=1)
    closed = games("closed", slots=slots("4 11"), side=side, max_games=0)

    assert pointers(wanted, closed) == found


def test_a_game_whose_host_may_not_host_is_found() -> None:
    wanted = meeting("wanted", "4", min_games=1)

    assert pointers(wanted, games("home", slots=slots("4"), side=Side.AWAY)) == []
    assert pointers(
        wanted, games("away", slots=slots("4"), side=Side.HOME, max_games=0)
    ) == ["/constraints/0/min_games"]


def test_a_game_that_is_required_and_forbidden_is_found() -> None:
    wanted = meeting("wanted", "4 11", min_games=1)

    assert pointers(wanted, meeting("some", "4", max_games=0)) == []
    assert pointers(wanted, meeting("all", "4 11 18", max_games=0)) == [
        "/constraints/0/min_games"
    ]


def test_soft_rules_are_ignored() -> None:
    assert pointers(games("soft", hard=False, slots=slots("4 11"), min_games=3)) == []
