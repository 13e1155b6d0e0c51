"""Parameters of the local search and of the annealing of constraints."""

from dataclasses import dataclass, field

from flextime_solver.moves.params import MoveWeights


@dataclass(frozen=True, slots=True)
class ConstraintAnnealingParams:
    """How a league in which only rules count is cooled (`search.rule_cooling`).

    Attributes
    ----------
    price
        What a unit of hard deviation costs at first, in the league's scale.
    probing_share, max_probing_anneals
        Of the cooling, for each of at most so many quick ones.
    calibration_share, final_share
        Of the cooling, for the one after them, and for the last, which begins at the
        best solution; the slow ones between them have the rest.
    main_moves_per_game
        Moves of one slow cooling for each game of the season; there are as many of
        them as the budget allows, at least one.
    moves_per_call
        Moves between two looks at the clock and at the rules that are broken.
    """

    price: float = 1.5
    probing_share: float = 0.04
    max_probing_anneals: int = 3
    calibration_share: float = 0.15
    final_share: float = 0.12
    main_moves_per_game: float = 100_000.0
    moves_per_call: int = 5000

    def __post_init__(self) -> None:
        if self.price <= 0:
            raise ValueError("price must be greater than 0")
        if self.moves_per_call < 1:
            raise ValueError("moves_per_call must be at least 1")
        if self.main_moves_per_game <= 0:
            raise ValueError("slow_moves_per_game must be greater than 0")
        if self.probing_share <= 0 or self.max_probing_anneals < 1:
            raise ValueError("there must be a quick cooling")
        probing_share = self.probing_share * self.max_probing_anneals
        if probing_share + self.calibration_share + self.final_share >= 1:
            raise ValueError("shares must leave something for the slow cooling")


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
