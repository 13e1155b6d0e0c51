import pytest

from builders import a_rule, amounts, deviations_of, teams
from flextime.domain.constraints.season_edge import SeasonEdge


def test_the_first_games_have_enough_of_both() -> None:
    rule = a_rule(
        SeasonEdge, edge="first", games=2, min_home=1, min_away=1, teams=teams("A")
    )

    assert deviations_of(rule, "A-B | C-A | B-A") == []


def test_missing_home_games_are_the_deviation() -> None:
    rule = a_rule(SeasonEdge, edge="first", games=3, min_home=2, teams=teams("A"))

    assert amounts(deviations_of(rule, "B-A | C-A | B-A | A-C")) == [2]


def test_missing_away_games_are_the_deviation() -> None:
    rule = a_rule(SeasonEdge, edge="first", games=2, min_away=2, teams=teams("A"))

    assert amounts(deviations_of(rule, "A-B | C-A")) == [1]


def test_the_last_games_are_counted_from_the_end() -> None:
    rule = a_rule(SeasonEdge, edge="last", games=1, min_home=1, teams=teams("A"))

    assert deviations_of(rule, "B-A | A-C") == []
    assert amounts(deviations_of(rule, "A-C | B-A")) == [1]


def test_a_season_shorter_than_the_edge_counts_as_a_whole() -> None:
    rule = a_rule(SeasonEdge, edge="last", games=3, min_home=1, teams=teams("A"))

    assert deviations_of(rule, "A-B") == []
    assert amounts(deviations_of(rule, "B-A")) == [1]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"games": 0}, "games must be at least 1"),
        ({"games": 2, "min_home": 2, "min_away": 1}, "together exceed games"),
        ({"games": 2, "min_home": -1}, "must not be negative"),
    ],
)
def test_an_edge_with_contradictory_numbers_is_rejected(
    fields: dict[str, int], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        a_rule(SeasonEdge, edge="first", **fields)
