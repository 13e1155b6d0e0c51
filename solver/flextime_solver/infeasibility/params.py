"""Parameters of the infeasibility explanation."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofWorkParams:
    """Limits of the short proofs for subsets of rules.

    Works are in deterministic seconds, CP-SAT's own measure of work: the same on every
    machine.

    Attributes
    ----------
    max_work_s
        Limit of the first proof; one or two seconds of wall time on a slow machine.
    min_work_s
        Least limit of the proofs after the first successful one.
    work_factor
        Limit of those proofs, as a multiple of the work of the first successful one.

    Raises
    ------
    ValueError
        If a value lies outside its range.
    """

    max_work_s: float = 1.0
    min_work_s: float = 0.1
    work_factor: float = 10.0

    def __post_init__(self) -> None:
        if not 0 < self.min_work_s <= self.max_work_s:
            raise ValueError("min_work_s must lie between 0 and max_work_s")
        if self.work_factor <= 0:
            raise ValueError("work_factor must be greater than 0")


@dataclass(frozen=True, slots=True, kw_only=True)
class RelaxationCostParams:
    """Limits of the computation of one relaxation cost.

    Attributes
    ----------
    search_share
        Share of the time for the heuristic search, 0 to 1; the MIP model has the rest.
    max_step_s
        Limit of each of the two in seconds of wall time.

    Raises
    ------
    ValueError
        If a value lies outside its range.
    """

    search_share: float = 0.5
    max_step_s: float = 5.0

    def __post_init__(self) -> None:
        if not 0 <= self.search_share <= 1:
            raise ValueError("search_share must lie between 0 and 1")
        if self.max_step_s <= 0:
            raise ValueError("max_step_s must be greater than 0")


@dataclass(frozen=True, slots=True, kw_only=True)
class InfeasibilityParams:
    """Parameters of `explain_infeasibility`.

    Attributes
    ----------
    max_first_search_s
        Limit of the first heuristic search in seconds of wall time. Most leagues that
        have a schedule have one by then; writing the MIP model takes as long.
    search_share
        Share of the remaining time for a heuristic search, 0 to 1.
    mip_share
        Share of the remaining time for a MIP model after a heuristic search found no
        schedule, 0 to 1.
    max_confirmation_s
        Limit of the confirmation of one member, in seconds of wall time.
    proof
        Limits of the short proofs for subsets of rules.
    relaxation
        Limits of the computation of each relaxation cost.

    Raises
    ------
    ValueError
        If a value lies outside its range.
    """

    max_first_search_s: float = 3.0
    search_share: float = 0.15
    mip_share: float = 0.5
    max_confirmation_s: float = 4.0
    proof: ProofWorkParams = field(default_factory=ProofWorkParams)
    relaxation: RelaxationCostParams = field(default_factory=RelaxationCostParams)

    def __post_init__(self) -> None:
        for name in ("search_share", "mip_share"):
            if not 0 <= getattr(self, name) <= 1:
                raise ValueError(f"{name} must lie between 0 and 1")
        for name in ("max_first_search_s", "max_confirmation_s"):
            if getattr(self, name) <= 0:
                raise ValueError(f"{name} must be greater than 0")
