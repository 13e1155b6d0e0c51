"""Game constraints: GA1 and GA2."""

from flextime.domain.constraints.chosen_games import ChosenGames, HomeAndAway
from flextime.domain.constraints.conditional_game import ConditionalGame
from flextime.serialization.robinx.constraints.reader import (
    SIDES,
    CommonFields,
    Reader,
    games_limits,
)
from flextime.serialization.robinx.elements import Node
from flextime.serialization.robinx.resources import Resources


def _ga1(node: Node, resources: Resources, common: CommonFields) -> ChosenGames:
    games = dict.fromkeys(_game(node, resources, *pair) for pair in _meetings(node))
    return ChosenGames(
        **common,
        **games_limits(node),
        games=tuple(games),
        slots=resources.chosen_slots(node),
    )


def _meetings(node: Node) -> tuple[tuple[str, str], ...]:
    if not node.has("meetings"):
        raise node.error("meetings", "no game is listed")
    return node.pairs("meetings")


def _game(node: Node, resources: Resources, home: str, away: str) -> HomeAndAway:
    return (
        resources.team(node, "meetings", home),
        resources.team(node, "meetings", away),
    )


def _ga2(node: Node, resources: Resources, common: CommonFields) -> ConditionalGame:
    relation = "mode2" if node.has("mode2") else "mode"
    return ConditionalGame(
        **common,
        teams=resources.chosen_teams(node, "1"),
        side=node.choice("mode1", SIDES, "H"),
        opponents=resources.chosen_teams(node, "2"),
        slots=resources.chosen_slots(node, "1"),
        then_teams=resources.chosen_teams(node, "3"),
        then_side=node.choice("mode3", SIDES, "H"),
        then_opponents=resources.chosen_teams(node, "4"),
        then_slots=resources.chosen_slots(node, "2"),
        forbidden=node.choice(relation, {"EQ": False, "NEQ": True}, "EQ"),
    )


GAMES: dict[str, Reader] = {"GA1": _ga1, "GA2": _ga2}
