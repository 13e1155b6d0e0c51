from builders import a_rule, amounts, broken, slots, teams
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


def test_the_needed_game_keeps_the_rule() -> None:
    assert broken(_rule(forbidden=False), "A-B | C-B") == []


def test_without_it_the_rule_is_broken_once() -> None:
    found = broken(_rule(forbidden=False), "A-B | B-C")

    assert amounts(found) == [1]
    assert "the game that it requires is not" in found[0].message


def test_without_the_first_game_nothing_is_needed() -> None:
    assert broken(_rule(forbidden=False), "B-A | B-C") == []


def test_a_game_can_be_forbidden_instead() -> None:
    found = broken(_rule(forbidden=True), "A-B | C-B")

    assert amounts(found) == [1]
    assert found[0].games == ("B-at-A", "B-at-C")
    assert broken(_rule(forbidden=True), "A-B | B-C") == []


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

    assert broken(rule, "B-A | B-C") == []
    assert amounts(broken(rule, "B-A | C-B")) == [1]
    assert amounts(broken(rule, "A-B | C-B")) == [1]
