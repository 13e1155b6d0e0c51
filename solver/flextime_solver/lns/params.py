"""Parameters of the date model and of the large neighbourhood search."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class DateModelParams:
    """Parameters of the choice of dates within rounds by a MIP.

    Attributes
    ----------
    max_s
        Maximum time of one solve, in seconds.
    reserved_share
        Share of the remaining budget reserved for it after an anneal of constraints.
    hard_penalty_km
        Objective coefficient of a unit of hard deviation, in kilometres of travel.
    """

    max_s: float = 2.0
    reserved_share: float = 0.05
    hard_penalty_km: int = 10_000

    def __post_init__(self) -> None:
        if self.max_s <= 0:
            raise ValueError("max_s must be greater than 0")
        if not 0 <= self.reserved_share < 1:
            raise ValueError("reserved_share must be at least 0 and less than 1")
        if self.hard_penalty_km <= 0:
            raise ValueError("hard_penalty_km must be greater than 0")


@dataclass(frozen=True, slots=True)
class NeighbourhoodSizes:
    """First and smallest sizes of the large neighbourhoods.

    Attributes
    ----------
    rounds
        Rounds that are scheduled anew.
    teams
        Teams whose games are all scheduled anew.
    pairings
        Consecutive rounds in which opponents are chosen anew.
    venues
        Consecutive rounds in which venues are chosen anew.
    """

    rounds: int = 4
    teams: int = 2
    pairings: int = 8
    venues: int = 8

    def __post_init__(self) -> None:
        if min(self.rounds, self.teams, self.pairings, self.venues) < 1:
            raise ValueError("every size must be at least 1")


@dataclass(frozen=True, slots=True)
class LnsParams:
    """Parameters of the large neighbourhood search.

    Attributes
    ----------
    share
        Share of the whole budget, at its end, for the search; 0 switches it off.
    sizes
        First and smallest sizes of the neighbourhoods.
    max_s
        Maximum time of one neighbourhood, in seconds.
    max_nodes
        Maximum nodes of branch and bound in one neighbourhood.
    growth_threshold_s
        A neighbourhood solved to optimality in less than this many seconds grows.
    start_max_s
        Maximum time in seconds to complete the incumbent to a MIP start.
    min_build_s
        Minimum remaining time in seconds to build the model.
    min_step_s
        Minimum remaining time in seconds to start another step.
    moves_per_step
        Moves that a step counts as where the budget is a number of moves.
    """

    share: float = 0.1
    sizes: NeighbourhoodSizes = field(default_factory=NeighbourhoodSizes)
    max_s: float = 4.0
    max_nodes: int = 300
    growth_threshold_s: float = 1.0
    start_max_s: float = 10.0
    min_build_s: float = 5.0
    min_step_s: float = 0.5
    moves_per_step: int = 100_000

    def __post_init__(self) -> None:
        if not 0 <= self.share < 1:
            raise ValueError("share must be at least 0 and less than 1")
        if min(self.max_s, self.growth_threshold_s, self.start_max_s) <= 0:
            raise ValueError(
                "max_s, growth_threshold_s and start_max_s must be greater than 0"
            )
        if min(self.min_build_s, self.min_step_s) < 0:
            raise ValueError("min_build_s and min_step_s must be at least 0")
        if min(self.max_nodes, self.moves_per_step) < 1:
            raise ValueError("max_nodes and moves_per_step must be at least 1")
