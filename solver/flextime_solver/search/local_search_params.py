"""Parameters of the compiled local search."""

from dataclasses import dataclass, field

from flextime_solver.moves.params import MoveWeights


@dataclass(frozen=True, slots=True)
class LocalSearchParams:
    """Parameters of the compiled local search that all phases share.

    Attributes
    ----------
    moves
        Relative frequency of each move.
    learned_share
        Share of moves chosen by adaptive operator selection (0 to 1); the others are
        chosen by `moves`.
    moves_per_call
        Moves between two looks at the stopping criterion and the observer.
    moves_between_syncs
        Moves between two exchanges with the shared incumbent.
    """

    moves: MoveWeights = field(default_factory=MoveWeights)
    learned_share: float = 0.0
    moves_per_call: int = 2000
    moves_between_syncs: int = 500_000

    def __post_init__(self) -> None:
        if not 0 <= self.learned_share <= 1:
            raise ValueError("learned_share must lie between 0 and 1")
        if self.moves_per_call < 1:
            raise ValueError("moves_per_call must be at least 1")
        if self.moves_between_syncs < 1:
            raise ValueError("moves_between_syncs must be at least 1")
