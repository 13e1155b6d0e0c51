"""Responses about runs: their status, progress and result."""

from dataclasses import dataclass
from datetime import datetime

from flextime.domain.ids import AttemptId, RunId, ScheduleId, UserId
from flextime.domain.runs.attempts import Progress
from flextime.domain.runs.run import Run, RunParameters, RunResult, RunStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Incumbent:
    """The best schedule found so far; `travel_km` is null if it is not known yet."""

    attempt: AttemptId
    infeasibility: int
    objective: float
    travel_km: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The result of a run.

    Attributes
    ----------
    revision
        The schedule's revision that holds the result.
    optimization_score
        Bound divided by objective, 0 to 1; null without a proven bound.
    """

    attempt: AttemptId | None
    revision: int | None
    hard_violations: int | None
    objective: float | None
    travel_km: int | None
    bound: float | None
    bound_source: str | None
    optimization_score: float | None
    reasons: tuple[str, ...]

    @classmethod
    def of(cls, result: RunResult) -> "Outcome":
        """Return a result in points and kilometres."""
        score, bound = result.score, result.bound
        return cls(
            attempt=result.attempt,
            revision=result.revision,
            hard_violations=score.hard_violations if score else None,
            objective=score.objective if score else None,
            travel_km=round(score.travel_m / 1000) if score else None,
            bound=bound.points if bound else None,
            bound_source=bound.source if bound else None,
            optimization_score=result.optimization_score,
            reasons=result.reasons,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSummary:
    """A run: its parameters, status and, once it has finished, its outcome."""

    id: RunId
    schedule: ScheduleId
    status: RunStatus
    parameters: RunParameters
    owner: UserId
    created_at: datetime
    finished_at: datetime | None
    cancel_requested: bool
    outcome: Outcome | None
    error: str | None

    @classmethod
    def of(cls, run: Run) -> "RunSummary":
        """Return the summary of a run."""
        return cls(
            id=run.id,
            schedule=run.schedule,
            status=run.status,
            parameters=run.parameters,
            owner=run.owner,
            created_at=run.created_at,
            finished_at=run.finished_at,
            cancel_requested=run.cancel_requested,
            outcome=None if run.result is None else Outcome.of(run.result),
            error=run.error,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RunProgress:
    """A run, its attempts, and the best bound that any of them has proven."""

    run: RunSummary
    attempts: tuple[Progress, ...]
    incumbent: Incumbent | None
    bound: float | None

    @classmethod
    def of(cls, run: Run, attempts: tuple[Progress, ...]) -> "RunProgress":
        """Return the progress of a run from that of its attempts."""
        bounds = [p.bound for p in attempts if p.bound is not None]
        return cls(
            run=RunSummary.of(run),
            attempts=attempts,
            incumbent=_best(attempts),
            bound=max(bounds, default=None),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RunPage:
    """Runs, newest first; `next` is the cursor of the next page."""

    items: tuple[RunSummary, ...]
    next: str | None


def _best(attempts: tuple[Progress, ...]) -> Incumbent | None:
    incumbents = [
        Incumbent(
            attempt=progress.attempt,
            infeasibility=progress.infeasibility,
            objective=progress.objective,
            travel_km=None
            if progress.travel_m is None
            else round(progress.travel_m / 1000),
        )
        for progress in attempts
        if progress.infeasibility is not None and progress.objective is not None
    ]
    return min(incumbents, key=lambda i: (i.infeasibility, i.objective), default=None)
