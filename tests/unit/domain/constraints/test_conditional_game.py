from builders import a_rule, amounts, deviations_of, slots, teams
from flextime.domain.constraints.conditional_game import ConditionalGame
from flextime.domain.constraints.side import Side


def _rule(*, forbidden: bool) -> ConditionalGame:
    return a_rule(
        ConditionalGame,
        teams=teams("A"),
        opponents=teams("B"),
        slots=slots("4"),
        then_teams=teams("C"),
        then_opponents=teams("B"),
        then_slots=slots("11"),
        forbidden=forbidden,
    )


def test_the_required_game_satisfies_the_rule() -> None:
    assert deviations_of(_rule(forbidden=False), "A-B | C-B") == []


def test_without_it_there_is_one_deviation() -> None:
    found = deviations_of(_rule(forbidden=False), "A-B | B-C")

    assert amounts(found) == [1]
    assert "the game that it requires is not" in found[0].message


def test_without_the_first_game_nothing_is_required() -> None:
    assert deviations_of(_rule(forbidden=False), "B-A | B-C") == []


def test_a_game_can_be_forbidden_instead() -> None:
    found = deviations_of(_rule(forbidden=True), "A-B | C-B")

    assert amounts(found) == [1]
    assert found[0].games == ("B-at-A", "B-at-C")
    assert deviations_of(_rule(forbidden=True), "A-B | B-C") == []


def test_sides_are_seen_from_the_teams_of_either_part() -> None:
    rule = a_rule(
        ConditionalGame,
        teams=teams("A"),
        opponents=teams("B"),
        slots=slots("4"),
        side=Side.EITHER,
        then_teams=teams("C"),
        then_opponents=teams("B"),
        then_slots=slots("11"),
        then_side=Side.AWAY,
    )

    assert deviations_of(rule, "B-A | B-C") == []
    assert amounts(deviations_of(rule, "B-A | C-B")) == [1]
    assert amounts(deviations_of(rule, "A-B | C-B")) == [1]
