"""How an exact solve is asked for, and how it ends."""

from dataclasses import dataclass
from enum import StrEnum

from flextime.domain.schedules.games import Schedule
from flextime.domain.schedules.score import Score


class Backend(StrEnum):
    """What searches the rows."""

    CP_SAT = "cp_sat"
    """Best at finding a schedule and at proving that there is none."""
    HIGHS = "highs"
    """Best where travel decides: its relaxation gives bounds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExactParams:
    """How to solve.

    Attributes
    ----------
    time_limit_s
        Wall time of one call of the solver, in seconds.
    relative_gap
        The solve ends when objective and bound are so close; 0 asks for the proof.
    """

    backend: Backend = Backend.CP_SAT
    time_limit_s: float = 60.0
    seed: int = 0
    workers: int = 1
    relative_gap: float = 0.0

    def __post_init__(self) -> None:
        if self.time_limit_s <= 0:
            raise ValueError("time_limit_s must be greater than 0")
        if self.workers < 1:
            raise ValueError("workers must be at least 1")
        if self.relative_gap < 0:
            raise ValueError("relative_gap must not be negative")


class ExactStatus(StrEnum):
    """How a solve ended. None of these is an error."""

    OPTIMAL = "optimal"
    """Proven: nothing is better."""
    FEASIBLE = "feasible"
    """Time was over, or the gap small enough."""
    INFEASIBLE = "infeasible"
    """Proven: no schedule keeps all hard rules."""
    UNKNOWN = "unknown"
    """Time was over before anything was known."""
    UNSUPPORTED = "unsupported"
    """Some rule cannot be written in rows; `reasons` say which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExactResult:
    """What came out, judged by the checker.

    Attributes
    ----------
    objective, bound
        In points; no schedule costs less than `bound`.
    reasons
        Why a league is not supported, a sentence each.
    """

    status: ExactStatus
    schedule: Schedule | None = None
    score: Score | None = None
    objective: float | None = None
    bound: float | None = None
    reasons: tuple[str, ...] = ()

    @property
    def relative_gap(self) -> float | None:
        """How far the objective may lie above the best, as a part of it."""
        if self.objective is None or self.bound is None:
            return None
        if self.objective <= self.bound:
            return 0.0
        return (self.objective - self.bound) / abs(self.objective)
