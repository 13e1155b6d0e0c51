"""The event that announces the end of a run."""

from flextime.domain.events import (
    EventData,
    OptimizationCompleted,
    OptimizationFailed,
)
from flextime.domain.runs.run import Run, RunResult, RunStatus


def event_for(run: Run, schedule_name: str) -> EventData:
    """Return `OptimizationFailed` for a failed run, else `OptimizationCompleted`."""
    result = run.result or RunResult()
    if run.status is RunStatus.FAILED:
        return OptimizationFailed(
            schedule=run.schedule,
            schedule_name=schedule_name,
            error=run.error or "",
            revision=result.revision,
            owner_email=run.owner_email,
        )
    score = result.score
    return OptimizationCompleted(
        schedule=run.schedule,
        schedule_name=schedule_name,
        status=run.status,
        hard_violations=score.hard_violations if score else None,
        objective=score.objective if score else None,
        travel_km=round(score.travel_m / 1000) if score else None,
        bound=result.bound.points if result.bound else None,
        optimization_score=result.optimization_score,
        revision=result.revision,
        reasons=result.reasons,
        owner_email=run.owner_email,
    )
