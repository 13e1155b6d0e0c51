"""Parameters of the compiled local search."""

from dataclasses import dataclass, field

from flextime_solver.annealing.params import OperatorSelectionParams
from flextime_solver.annealing.penalty_params import AdaptivePenaltyParams
from flextime_solver.moves.params import MoveWeights


@dataclass(frozen=True, slots=True)
class LocalSearchParams:
    """Parameters of the compiled local search that all phases share.

    Attributes
    ----------
    moves
        Relative frequency of each move.
    operators
        Adaptive operator selection, which changes these frequencies on the way.
    penalty
        Penalty weight of hard constraints in anneals in which travel counts.
    moves_per_call
        Moves between two looks at the stopping criterion and the observer.
    moves_between_syncs
        Moves between two exchanges with the shared incumbent.
    """

    moves: MoveWeights = field(default_factory=MoveWeights)
    operators: OperatorSelectionParams = field(default_factory=OperatorSelectionParams)
    penalty: AdaptivePenaltyParams = field(default_factory=AdaptivePenaltyParams)
    moves_per_call: int = 2000
    moves_between_syncs: int = 500_000

    def __post_init__(self) -> None:
        if self.moves_per_call < 1:
            raise ValueError("moves_per_call must be at least 1")
        if self.moves_between_syncs < 1:
            raise ValueError("moves_between_syncs must be at least 1")
