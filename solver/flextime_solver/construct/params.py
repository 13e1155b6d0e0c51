"""Parameters of constructed starts."""

from dataclasses import dataclass, field

from flextime_solver.annealing.params import AnnealParams


@dataclass(frozen=True, slots=True)
class FewBreaksParams:
    """Parameters of the start with few breaks.

    Attributes
    ----------
    max_violations
        Hard deviations for each team above which the start is discarded.
    swaps_per_pair
        Swaps of two teams' places, for each pair of teams.
    initial_temperature
        Temperature of the first swaps in units of hard deviation.
    final_temperature
        Temperature of the last swaps in units of hard deviation.
    steps
        Number of temperatures.
    """

    max_violations: float = 0.2
    swaps_per_pair: int = 300
    initial_temperature: float = 2.0
    final_temperature: float = 0.2
    steps: int = 50

    def __post_init__(self) -> None:
        if self.max_violations < 0:
            raise ValueError("max_violations must be at least 0")
        if self.swaps_per_pair < 1 or self.steps < 1:
            raise ValueError("swaps_per_pair and steps must be at least 1")
        if not 0 < self.final_temperature <= self.initial_temperature:
            raise ValueError(
                "final_temperature must be greater than 0 and at most"
                " initial_temperature"
            )


@dataclass(frozen=True, slots=True)
class PartnerWeekendParams:
    """Parameters of the anneal of a league of partner pairs.

    Attributes
    ----------
    anneal
        Its temperatures; its share is not used.
    steps
        Number of calls, each with `/search/moves_per_call` moves by default values.
    """

    anneal: AnnealParams = field(default_factory=lambda: AnnealParams(1.0, 0.9, 0.02))
    steps: int = 50

    def __post_init__(self) -> None:
        if self.steps < 1:
            raise ValueError("steps must be at least 1")
