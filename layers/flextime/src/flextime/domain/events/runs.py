"""Events of optimisation runs."""

from dataclasses import dataclass
from typing import ClassVar

from flextime.domain.events.envelope import EventData


@dataclass(frozen=True, slots=True, kw_only=True)
class OptimizationStarted(EventData):
    """A run was requested."""

    event_type: ClassVar[str] = "optimization.started"
    schedule: str
    attempts: int
    time_limit_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class OptimizationProgressed(EventData):
    """A run reached its next step; the API reports the progress of its attempts."""

    event_type: ClassVar[str] = "optimization.progressed"
    source: ClassVar[str] = "flextime.runs"
    schedule: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OptimizationCompleted(EventData):
    """A run ended; `status` tells completed, infeasible and cancelled runs apart.

    Attributes
    ----------
    hard_violations, objective, travel_km
        Score of the selected schedule; None without one. The objective is in points.
    bound
        Best lower bound on the objective, in points.
    optimization_score
        Bound divided by objective, 0 to 1; None without a proven bound.
    revision
        Revision in which the schedule was recorded; None without one.
    reasons
        Sentences that explain why there is no schedule.
    owner_email
        Address for the notification of the owner; None for no mail.
    """

    event_type: ClassVar[str] = "optimization.completed"
    source: ClassVar[str] = "flextime.runs"
    schedule: str
    schedule_name: str
    status: str
    hard_violations: int | None
    objective: float | None
    travel_km: int | None
    bound: float | None
    optimization_score: float | None
    revision: int | None
    reasons: tuple[str, ...]
    owner_email: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OptimizationFailed(EventData):
    """An error of the system ended a run; infeasible and cancelled are not errors.

    Attributes
    ----------
    error
        A sentence that describes the error.
    revision
        Revision in which the best schedule found so far was recorded; None without one.
    owner_email
        Address for the notification of the owner; None for no mail.
    """

    event_type: ClassVar[str] = "optimization.failed"
    source: ClassVar[str] = "flextime.runs"
    schedule: str
    schedule_name: str
    error: str
    revision: int | None
    owner_email: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OptimizationCancelled(EventData):
    """A user asked a run to stop; its best schedule is still recorded."""

    event_type: ClassVar[str] = "optimization.cancelled"
    schedule: str
