"""Parameters of one call of a MIP solver."""

from dataclasses import dataclass
from enum import StrEnum


class Backend(StrEnum):
    """Solver of the linear problem."""

    CP_SAT = "cp_sat"
    """OR-Tools' constraint solver: the fastest at feasibility and infeasibility."""
    HIGHS = "highs"
    """Branch and cut: its linear relaxation gives bounds where travel dominates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MipParams:
    """Parameters of one call of a MIP solver.

    Attributes
    ----------
    backend
        Solver to call.
    time_limit_s
        Limit of the call in seconds of wall time.
    seed
        Seed of the solver's random choices.
    workers
        Threads of the solver. Results are reproducible with one only.
    relative_gap
        The call ends when (objective - bound) / objective falls to this value; 0 asks
        for a proof of optimality.
    relaxation_work_s
        For CP-SAT and problems without an objective: deterministic time, CP-SAT's own
        measure of work in seconds, of a first attempt with linear relaxations, before
        the attempt without them.

    Raises
    ------
    ValueError
        If a value lies outside its range.
    """

    backend: Backend = Backend.CP_SAT
    time_limit_s: float = 60.0
    seed: int = 0
    workers: int = 1
    relative_gap: float = 0.0
    relaxation_work_s: float = 4.0

    def __post_init__(self) -> None:
        if self.time_limit_s <= 0:
            raise ValueError("time_limit_s must be greater than 0")
        if self.workers < 1:
            raise ValueError("workers must be at least 1")
        if self.relative_gap < 0:
            raise ValueError("relative_gap must not be negative")
        if self.relaxation_work_s <= 0:
            raise ValueError("relaxation_work_s must be greater than 0")
