"""Basic constraints: whether every game must be played, and what a missing one costs.

A league asks for every game. Where an instance says otherwise (BA1), only its
evaluation can follow it.
"""

from dataclasses import dataclass

from flextime.domain.errors import InvalidInput, InvalidLeague, Problem
from flextime.serialization.robinx.constraints import BASIC, constraint_nodes
from flextime.serialization.robinx.elements import Node


@dataclass(frozen=True, slots=True)
class AllGames:
    """Every game is played: what each one costs that is not."""

    hard: bool = True
    penalty: int = 1
    place: str = "/Instance/Constraints/BasicConstraints"

    def unsupported(self) -> InvalidInput:
        message = "a soft BA1 can be evaluated only: a league asks for every game"
        return InvalidLeague((Problem(f"{self.place}/@type", message),))


def read_all_games(text: str | bytes) -> AllGames:
    """What an instance's BA1 says."""
    return all_games(Node.parse(text, "Instance"))


def all_games(instance: Node) -> AllGames:
    found = AllGames()
    for node in constraint_nodes(instance):
        if node.tag not in BASIC:
            continue
        hard = node.choice("type", {"HARD": True, "SOFT": False}, "HARD")
        penalty = node.integer("penalty", 1)
        if penalty < 0:
            raise node.error("penalty", "a penalty must not be negative")
        if node.tag == "BA1":
            found = AllGames(hard, penalty, node.path)
        elif not hard:
            message = "a soft BA2 is not supported: no team plays twice in a slot"
            raise node.error("type", message)
    return found
