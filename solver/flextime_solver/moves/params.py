"""Relative frequencies of the moves."""

from dataclasses import dataclass

import numpy as np

from flextime_solver.moves.search_state import Floats, Move


@dataclass(frozen=True, slots=True)
class MoveWeights:
    """Relative frequency at which each move is attempted.

    Attributes
    ----------
    date
        Move one game to another slot of its round.
    venue_cycle
        Reverse the venues of a cycle of games.
    rounds_chain
        Swap the games of two rounds along a Kempe chain.
    trips_chain
        Swap the games of two pairs of consecutive rounds along a Kempe chain.
    rounds
        Swap all games of two rounds.
    teams_chain
        Swap the games of two teams in one round and along the chain from there.
    teams_trip_chain
        Swap the games of two teams in two consecutive rounds and along the chain.
    teams
        Swap all games of two teams.
    meeting
        Add, remove or shift one game.
    """

    date: float = 0.10
    venue_cycle: float = 0.15
    rounds_chain: float = 0.25
    trips_chain: float = 0.01
    rounds: float = 0.01
    teams_chain: float = 0.35
    teams_trip_chain: float = 0.12
    teams: float = 0.01
    meeting: float = 0.01

    def __post_init__(self) -> None:
        if min(self.as_array()) < 0 or sum(self.as_array()) <= 0:
            raise ValueError("weights must not be negative, and not all 0")

    def as_array(self) -> Floats:
        """Return the weights in the order of `Move`."""
        return np.array([getattr(self, move.name.lower()) for move in Move])
