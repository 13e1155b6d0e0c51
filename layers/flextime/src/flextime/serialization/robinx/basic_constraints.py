"""Basic constraints: whether all games must be scheduled (BA1), one in a slot (BA2).

A league requires all games. An instance in which BA1 is soft can therefore be
evaluated, but not solved.
"""

from dataclasses import dataclass

from flextime.domain.errors import InvalidInput, InvalidLeague, Problem
from flextime.serialization.robinx.constraints import BASIC, constraint_nodes
from flextime.serialization.robinx.elements import Node


@dataclass(frozen=True, slots=True)
class AllGames:
    """The constraint BA1: all games are scheduled.

    Attributes
    ----------
    penalty
        Penalty of each missing game.
    place
        Path of the element in the instance.
    """

    hard: bool = True
    penalty: int = 1
    place: str = "/Instance/Constraints/BasicConstraints"

    def unsupported(self) -> InvalidInput:
        """Return the exception for an instance whose BA1 is soft."""
        message = "a soft BA1 can only be evaluated: a league requires all games"
        return InvalidLeague((Problem(f"{self.place}/@type", message),))


def read_all_games(text: str | bytes) -> AllGames:
    """Return the constraint BA1 of an instance; raise `InvalidLeague` if invalid."""
    return all_games(Node.parse(text, "Instance"))


def all_games(instance: Node) -> AllGames:
    """Return the constraint BA1 of the root element of an instance.

    Raises
    ------
    InvalidLeague
        If a penalty is negative or BA2 is soft.
    """
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
            message = "a soft BA2 is not supported: a team plays at most once in a slot"
            raise node.error("type", message)
    return found
