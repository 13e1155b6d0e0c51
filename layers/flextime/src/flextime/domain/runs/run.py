"""A run: one optimisation asked for, from request to recorded result."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from flextime.domain.ids import AttemptId, RunId, ScheduleId, UserId
from flextime.domain.runs.attempts import Bound
from flextime.domain.schedules.score import Score


class RunStatus(StrEnum):
    QUEUED = "queued"
    PREPARING = "preparing"
    SOLVING = "solving"
    RECORDING = "recording"
    COMPLETED = "completed"
    INFEASIBLE = "infeasible"
    CANCELLED = "cancelled"
    FAILED = "failed"

    @property
    def is_final(self) -> bool:
        return self in {
            RunStatus.COMPLETED,
            RunStatus.INFEASIBLE,
            RunStatus.CANCELLED,
            RunStatus.FAILED,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class RunParameters:
    """What the caller may choose.

    Attributes
    ----------
    time_limit_s
        Search time of each attempt in seconds, 1 to 900.
    attempts
        Solver tasks, 1 to 10.
    seed
        Of the first attempt; the others' follow from it.
    """

    time_limit_s: float = 60.0
    attempts: int = 2
    seed: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.time_limit_s <= 900:
            raise ValueError("time_limit_s must lie between 1 and 900")
        if not 1 <= self.attempts <= 10:
            raise ValueError("attempts must lie between 1 and 10")
        if not 0 <= self.seed < 2**31:
            raise ValueError("seed must lie between 0 and 2147483647")


@dataclass(frozen=True, slots=True, kw_only=True)
class RunResult:
    """What came of a run.

    Attributes
    ----------
    attempt
        The attempt whose schedule was chosen; None when there is no schedule.
    revision
        Revision of the schedule in which it was recorded.
    reasons
        Why there is no schedule, in the sport's words.
    """

    attempt: AttemptId | None = None
    revision: int | None = None
    score: Score | None = None
    bound: Bound | None = None
    reasons: tuple[str, ...] = ()

    @property
    def optimization_score(self) -> float | None:
        """Bound over objective, 0 to 1; None unless both are proven and feasible."""
        if self.score is None or self.bound is None or not self.score.feasible:
            return None
        if self.score.objective == 0:
            return 1.0
        return min(1.0, max(0.0, self.bound.points / self.score.objective))


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One optimisation of one schedule.

    Attributes
    ----------
    owner, owner_email
        Who asked for it, and where the result is mailed; None for no mail.
    correlation_id
        Of the request that asked for it: all that comes of the run carries it. None in
        runs that were kept before it was.
    cancel_requested
        Whether the owner wants it to stop and keep the best.
    """

    id: RunId
    schedule: ScheduleId
    parameters: RunParameters
    status: RunStatus
    owner: UserId
    owner_email: str | None = None
    created_at: datetime
    correlation_id: str | None = None
    finished_at: datetime | None = None
    cancel_requested: bool = False
    result: RunResult | None = None
    error: str | None = None
