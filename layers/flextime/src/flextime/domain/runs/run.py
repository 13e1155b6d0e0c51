"""A run: one optimisation of a schedule, from the request to the recorded result."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from flextime.domain.bounds import Between
from flextime.domain.errors import InvalidField
from flextime.domain.ids import AttemptId, RunId, ScheduleId, UserId
from flextime.domain.runs.attempts import Bound
from flextime.domain.schedules.score import Score


class RunStatus(StrEnum):
    """The state of a run."""

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
        """Whether the run has ended."""
        return self in {
            RunStatus.COMPLETED,
            RunStatus.INFEASIBLE,
            RunStatus.CANCELLED,
            RunStatus.FAILED,
        }


MAX_REASONS = 10
"""Largest number of reasons that a run records."""
MAX_SENTENCE = 1_000
"""Largest number of characters of a recorded reason or error."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunParameters:
    """Parameters that the caller chooses.

    Attributes
    ----------
    time_limit_s
        Search time of each attempt in seconds, 1 to 900.
    attempts
        Number of solver tasks, 1 to 10.
    seed
        Seed of the first attempt, from which the others are derived.

    Raises
    ------
    ValueError
        If a parameter is out of range.
    """

    time_limit_s: Annotated[float, Between(1, 900)] = 60.0
    attempts: Annotated[int, Between(1, 10)] = 2
    seed: Annotated[int, Between(0, 2**31 - 1)] = 1

    def __post_init__(self) -> None:
        if not 1 <= self.time_limit_s <= 900:
            raise InvalidField("time_limit_s", "must lie between 1 and 900")
        if not 1 <= self.attempts <= 10:
            raise InvalidField("attempts", "must lie between 1 and 10")
        if not 0 <= self.seed < 2**31:
            raise InvalidField("seed", "must lie between 0 and 2147483647")


@dataclass(frozen=True, slots=True, kw_only=True)
class RunResult:
    """The result of a run.

    Attributes
    ----------
    attempt
        The attempt whose schedule was selected; None when there is no schedule.
    revision
        Revision of the schedule in which it was recorded.
    reasons
        Sentences that explain why there is no schedule.
    """

    attempt: AttemptId | None = None
    revision: int | None = None
    score: Score | None = None
    bound: Bound | None = None
    reasons: tuple[str, ...] = ()

    @property
    def optimization_score(self) -> float | None:
        """Bound divided by objective, 0 to 1; None without a feasible schedule."""
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
        The user who requested the run, and the address to which the result is mailed;
        None for no mail.
    correlation_id
        Correlation id of the request, which all logs and events of the run carry. None
        in runs that were stored before this field existed.
    cancel_requested
        Whether the owner asked the run to stop with the best schedule found so far.
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


def bounded_sentence(sentence: str) -> str:
    """Return a sentence of at most `MAX_SENTENCE` characters; a longer one is cut."""
    if len(sentence) <= MAX_SENTENCE:
        return sentence
    return f"{sentence[: MAX_SENTENCE - 1]}…"


def bounded_reasons(reasons: tuple[str, ...]) -> tuple[str, ...]:
    """Return at most `MAX_REASONS` bounded sentences; the last says what is left out.

    Lists of runs and the events of a run have these sentences, and are limited in size.
    """
    kept = tuple(bounded_sentence(reason) for reason in reasons)
    if len(kept) <= MAX_REASONS:
        return kept
    shown = MAX_REASONS - 1
    return (*kept[:shown], f"There are {len(kept) - shown} more reasons.")
