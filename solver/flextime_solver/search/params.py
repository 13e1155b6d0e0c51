"""How a league without travel costs is annealed."""

from dataclasses import dataclass


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
