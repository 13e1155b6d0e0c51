"""Parameters of a solve, nested by phase."""

from dataclasses import dataclass, field

from flextime_solver.annealing.params import AnnealParams
from flextime_solver.moves.params import MoveWeights
from flextime_solver.search.params import ConstraintAnnealingParams
from flextime_solver.special.ttp.params import BeamSearchParams, TtpAnnealingParams


@dataclass(frozen=True, slots=True)
class SolveParams:
    """Parameters of `flextime_solver.solve.solve`.

    Attributes
    ----------
    anneals
        Coolings, one after the other.
    tours, beams
        How a travelling tournament is searched instead.
    rules
        How a league is cooled where travel costs nothing.
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

    anneals: tuple[AnnealParams, ...] = (
        AnnealParams(0.9, 0.42, 0.24),
        AnnealParams(0.1, 0.2, 0.05, from_best=True),
    )
    tours: TtpAnnealingParams = field(default_factory=TtpAnnealingParams)
    beams: BeamSearchParams = field(default_factory=BeamSearchParams)
    rules: ConstraintAnnealingParams = field(default_factory=ConstraintAnnealingParams)
    moves: MoveWeights = field(default_factory=MoveWeights)
    learned_share: float = 0.0
    moves_per_call: int = 2000
    choose_trips: bool = True
    proof_share: float = 0.2
    neighbourhood_share: float = 0.1

    def __post_init__(self) -> None:
        if not self.anneals:
            raise ValueError("cycles must name at least one cooling")
        if not 0 <= self.learned_share <= 1:
            raise ValueError("learned_share must lie between 0 and 1")
        if self.moves_per_call < 1:
            raise ValueError("moves_per_call must be at least 1")
        if not 0 <= self.proof_share < 1:
            raise ValueError("proof_share must lie between 0 and 1")
        if not 0 <= self.neighbourhood_share < 1:
            raise ValueError("neighbourhood_share must lie between 0 and 1")
