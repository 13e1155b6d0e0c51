"""How often each move is tried."""

from dataclasses import dataclass

import numpy as np

from flextime_solver.moves.search_state import Floats, Move


@dataclass(frozen=True, slots=True)
class MoveWeights:
    """How often each move is tried, relative to the others."""

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
        return np.array([getattr(self, move.name.lower()) for move in Move])
