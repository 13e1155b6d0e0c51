"""Parameters of the phases: shares of the budget, time limits and anneals.

A share is a share of the whole budget unless it says otherwise; a share of time limits
only searches whose budget is a runtime.
"""

from dataclasses import dataclass, field

from flextime_solver.annealing.params import AnnealParams
from flextime_solver.construct.params import FewBreaksParams, PartnerWeekendParams
from flextime_solver.lns.params import LnsParams
from flextime_solver.search.params import (
    ConstraintAnnealingParams,
    FeasibilitySearchParams,
)
from flextime_solver.special.ttp.params import BeamSearchParams, TtpAnnealingParams


@dataclass(frozen=True, slots=True)
class ConstructParams:
    """Parameters of the construct phase.

    Attributes
    ----------
    partner_weekends
        The start of a league of travel partners.
    """

    partner_weekends: PartnerWeekendParams = field(default_factory=PartnerWeekendParams)


@dataclass(frozen=True, slots=True)
class FeasibilityParams:
    """Parameters of the search for a first feasible solution.

    Attributes
    ----------
    quick_share
        Maximum share before the bound phase, which may yield a better start.
    max_share
        Share of the budget used when the search gives up.
    anneal_share
        Maximum share for its first anneal.
    anneal_s
        Maximum seconds for its first anneal in a league of usual size.
    size_exponent
        Exponent of the relative size of a league in `anneal_s`: a smaller league needs
        far fewer moves.
    max_quick_anneals
        Maximum budget before the bound phase, as a multiple of the first anneal.
    few_breaks_share
        Length of the attempt from a start with few breaks, as a multiple of the first
        anneal.
    few_breaks
        The start with few breaks.
    search
        The anneal, the repair phase and parallel tempering.
    """

    quick_share: float = 0.05
    max_share: float = 0.7
    anneal_share: float = 0.05
    anneal_s: float = 6.0
    size_exponent: int = 6
    max_quick_anneals: int = 8
    few_breaks_share: float = 0.3
    few_breaks: FewBreaksParams = field(default_factory=FewBreaksParams)
    search: FeasibilitySearchParams = field(default_factory=FeasibilitySearchParams)

    def __post_init__(self) -> None:
        if not 0 <= self.quick_share <= self.max_share < 1:
            raise ValueError("quick_share and max_share must rise from 0 to below 1")
        if not 0 < self.anneal_share < 1:
            raise ValueError("anneal_share must lie between 0 and 1")
        if self.anneal_s <= 0:
            raise ValueError("anneal_s must be greater than 0")
        if self.size_exponent < 0:
            raise ValueError("size_exponent must be at least 0")
        if self.max_quick_anneals < 1:
            raise ValueError("max_quick_anneals must be at least 1")
        if self.few_breaks_share <= 0:
            raise ValueError("few_breaks_share must be greater than 0")


@dataclass(frozen=True, slots=True)
class TripModelParams:
    """Parameters of the MIP that chooses opponents and venues of least travel.

    Attributes
    ----------
    enabled
        Whether the model is solved, for a bound and for a start.
    max_s
        Maximum time in seconds.
    max_share
        Maximum share of the remaining time.
    bound_only_share
        Maximum share of the remaining time where the format leaves no choice, so that
        the model can only prove a bound.
    placing_s
        Maximum time in seconds to assign the chosen games to rounds.
    """

    enabled: bool = True
    max_s: float = 20.0
    max_share: float = 0.3
    bound_only_share: float = 0.05
    placing_s: float = 2.0

    def __post_init__(self) -> None:
        if min(self.max_s, self.placing_s) <= 0:
            raise ValueError("max_s and placing_s must be greater than 0")
        if not 0 < self.bound_only_share <= self.max_share < 1:
            raise ValueError(
                "bound_only_share and max_share must rise from above 0 to below 1"
            )


@dataclass(frozen=True, slots=True)
class SmallProofParams:
    """Parameters of the exact solution of a small league.

    It runs only where the budget is a runtime.

    Attributes
    ----------
    share
        Maximum share of the remaining time; 0 switches the proof off.
    max_s
        Maximum time in seconds.
    infeasible_share
        Maximum share of the remaining time while no feasible solution is known.
    infeasible_max_s
        Maximum time in seconds while no feasible solution is known.
    """

    share: float = 0.2
    max_s: float = 5.0
    infeasible_share: float = 0.5
    infeasible_max_s: float = 10.0

    def __post_init__(self) -> None:
        if not (0 <= self.share < 1 and 0 <= self.infeasible_share < 1):
            raise ValueError(
                "share and infeasible_share must be at least 0 and less than 1"
            )
        if min(self.max_s, self.infeasible_max_s) <= 0:
            raise ValueError("max_s and infeasible_max_s must be greater than 0")


@dataclass(frozen=True, slots=True)
class BoundParams:
    """Parameters of the bound phase.

    Attributes
    ----------
    trips
        The MIP that chooses opponents and venues of least travel.
    proof
        The exact solution of a small league.
    """

    trips: TripModelParams = field(default_factory=TripModelParams)
    proof: SmallProofParams = field(default_factory=SmallProofParams)


@dataclass(frozen=True, slots=True)
class ImproveParams:
    """Parameters of the improvement phase.

    Attributes
    ----------
    anneals
        Anneals of a league in which travel counts, one after the other.
    constraints
        Anneals of a league in which only constraints cost anything.
    ttp
        Parallel tempering of a travelling tournament.
    beams
        Beam search of a travelling tournament.
    min_share
        Minimum share for all `anneals` together.
    """

    anneals: tuple[AnnealParams, ...] = (
        AnnealParams(0.9, 0.42, 0.24),
        AnnealParams(0.1, 0.2, 0.05, from_best=True),
    )
    constraints: ConstraintAnnealingParams = field(
        default_factory=ConstraintAnnealingParams
    )
    ttp: TtpAnnealingParams = field(default_factory=TtpAnnealingParams)
    beams: BeamSearchParams = field(default_factory=BeamSearchParams)
    min_share: float = 1e-3

    def __post_init__(self) -> None:
        if not self.anneals:
            raise ValueError("anneals must name at least one anneal")
        if not 0 < self.min_share < 1:
            raise ValueError("min_share must lie between 0 and 1")


@dataclass(frozen=True, slots=True)
class PolishParams:
    """Parameters of the last phase.

    Attributes
    ----------
    lns
        Large neighbourhood search, where travel counts and every team plays in every
        round.
    final_anneal
        Anneal that uses up the budget elsewhere; its share is not used.
    """

    lns: LnsParams = field(default_factory=LnsParams)
    final_anneal: AnnealParams = field(
        default_factory=lambda: AnnealParams(1.0, 0.2, 0.05, from_best=True)
    )
