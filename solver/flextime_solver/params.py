"""How a search is made: its parameters, apart from what is solved and until when."""

from dataclasses import dataclass, field

import numpy as np

from flextime_solver.search.walk import Floats, Move


@dataclass(frozen=True, slots=True)
class HardWeight:
    """What a unit of hard deviation costs while a search cools.

    Attributes
    ----------
    heats, scales
        At least so many temperatures, and so many of the league's scales.
    range
        At most so many times the least.
    patience
        Share of a cycle without a feasible board after which it goes back to the best.
    """

    heats: float = 2.0
    scales: float = 0.5
    range: float = 80.0
    patience: float = 1.0

    def between(self, temperature: float, scale: float) -> tuple[float, float]:
        """Least and most."""
        least = max(self.heats * temperature, self.scales * scale)
        return least, self.range * least


_LOOSE = HardWeight()
FIRM = HardWeight(heats=8.0, scales=1.5, range=3.0)
"""Where travel costs nothing: soft rules alone must not outweigh a hard one."""
PASSABLE = HardWeight(heats=2.0, scales=0.2, range=30.0, patience=0.1)
"""There too: some ways to a better board lead through broken rules."""


@dataclass(frozen=True, slots=True)
class Cycle:
    """One cooling of the search.

    Attributes
    ----------
    share
        Of the search's budget; shares are relative to each other.
    hottest, coldest
        Temperatures as shares of the league's scale (`search.scale`).
    from_best
        Whether it starts from the best board, its own or a neighbour worker's, and
        not from where the last one ended.
    hard_weight
        What a unit of hard deviation costs.
    """

    share: float
    hottest: float
    coldest: float
    from_best: bool = False
    hard_weight: HardWeight = _LOOSE

    def __post_init__(self) -> None:
        if self.share <= 0:
            raise ValueError("share must be greater than 0")
        if not 0 < self.coldest <= self.hottest:
            raise ValueError("coldest must be greater than 0 and at most hottest")


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


@dataclass(frozen=True, slots=True)
class SolveParams:
    """Parameters of `flextime_solver.solve.solve`.

    Attributes
    ----------
    cycles, rule_cycles, tour_cycles
        Coolings, one after the other; the second where travel costs nothing, the third
        for a travelling tournament.
    moves
        Mix of the compiled search's moves.
    learned_share
        Of all tries, how many go by what each move gained for its work (`search.mix`).
    moves_per_call
        Moves between two looks at the clock and the observer.
    choose_trips
        Whether the trip model is solved first, for a bound and for a start.
    proof_share
        Share of the time that is left for the proof of a small league, at most; none
        where moves count instead of time.
    neighbourhood_share
        Share of the whole budget, at its end, for large neighbourhoods by MIP.
    """

    cycles: tuple[Cycle, ...] = (
        Cycle(0.9, 0.42, 0.24),
        Cycle(0.1, 0.2, 0.05, from_best=True),
    )
    rule_cycles: tuple[Cycle, ...] = (
        Cycle(0.7, 1.3, 0.06, hard_weight=FIRM),
        Cycle(0.3, 0.3, 0.04, from_best=True, hard_weight=FIRM),
    )
    tour_cycles: tuple[Cycle, ...] = (
        Cycle(0.9, 0.42, 0.12),
        Cycle(0.1, 0.2, 0.04, from_best=True),
    )
    moves: MoveWeights = field(default_factory=MoveWeights)
    learned_share: float = 0.0
    moves_per_call: int = 2000
    choose_trips: bool = True
    proof_share: float = 0.2
    neighbourhood_share: float = 0.1

    def __post_init__(self) -> None:
        if not (self.cycles and self.rule_cycles and self.tour_cycles):
            raise ValueError("cycles must name at least one cooling")
        if not 0 <= self.learned_share <= 1:
            raise ValueError("learned_share must lie between 0 and 1")
        if self.moves_per_call < 1:
            raise ValueError("moves_per_call must be at least 1")
        if not 0 <= self.proof_share < 1:
            raise ValueError("proof_share must lie between 0 and 1")
        if not 0 <= self.neighbourhood_share < 1:
            raise ValueError("neighbourhood_share must lie between 0 and 1")
