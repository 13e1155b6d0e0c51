from builders import a_rule, amounts, deviations_of, slots, teams
from flextime.domain.constraints.opponent_games import OpponentGames
from flextime.domain.constraints.side import Side


def _rule(*, each_opponent: bool = False, side: Side = Side.EITHER) -> OpponentGames:
    return a_rule(
        OpponentGames,
        teams=teams("A"),
        opponents=teams("B C"),
        slots=slots("4 11 18"),
        side=side,
        each_opponent=each_opponent,
        max_games=1,
    )


def test_games_against_the_group_are_counted_together() -> None:
    found = deviations_of(_rule(), "A-B | C-A | A-B | A-C")

    assert amounts(found) == [2]
    assert "against B, C" in found[0].message


def test_each_opponent_can_have_its_own_limit() -> None:
    assert amounts(deviations_of(_rule(each_opponent=True), "A-B | C-A | A-B")) == [1]


def test_only_the_chosen_side_counts() -> None:
    assert deviations_of(_rule(side=Side.HOME), "A-B | C-A | B-A") == []
