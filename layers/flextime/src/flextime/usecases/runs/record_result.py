"""What a run found becomes the schedule's newest revision."""

from dataclasses import dataclass, replace

from flextime.domain.events import Envelope, ScheduleOptimized
from flextime.domain.runs.attempts import Instance
from flextime.domain.runs.evaluation import Candidate
from flextime.domain.runs.run import Run
from flextime.domain.schedules.season_schedule import ScheduleStatus, SeasonSchedule
from flextime.usecases.request_context import RequestContext
from flextime.usecases.runs.dependencies import RunDependencies
from flextime.usecases.schedules.record_revision import record_revision
from flextime.usecases.transaction import Save


@dataclass(frozen=True, kw_only=True)
class RecordedResult:
    """What is to be written beside the run, and what the run is to say of it.

    Attributes
    ----------
    revision
        Where what the run chose is; None when it chose nothing.
    """

    schedule_name: str
    revision: int | None = None
    reasons: tuple[str, ...] = ()
    changes: tuple[Save, ...] = ()
    events: tuple[Envelope, ...] = ()


def record_result(
    dependencies: RunDependencies,
    context: RequestContext,
    run: Run,
    instance: Instance | None,
    chosen: Candidate | None,
) -> RecordedResult:
    """Save the revision; the schedule points to it when the run's end is written.

    Raises
    ------
    NotFound
        The schedule is gone.
    """
    known = dependencies.store.load(context.tenant, SeasonSchedule, run.schedule)
    schedule = known.value
    if chosen is None:
        return RecordedResult(schedule_name=schedule.name)
    if chosen.attempt is None:  # nothing better than the schedule as it stood
        return RecordedResult(schedule_name=schedule.name, revision=schedule.revision)
    optimised = _optimised(schedule, chosen, context)
    number = record_revision(dependencies.revisions, context.tenant, optimised)
    if not _was_solved(schedule, instance):
        told = (
            "The schedule was changed while it was optimised. It stays as it was"
            f" changed; what was found is kept as revision {number}."
        )
        return RecordedResult(
            schedule_name=schedule.name, revision=number, reasons=(told,)
        )
    found = ScheduleOptimized(run_id=run.id, revision=number)
    return RecordedResult(
        schedule_name=schedule.name,
        revision=number,
        changes=(Save(replace(optimised, revision=number), known.version),),
        events=(context.event(schedule.id, known.version + 1, found),),
    )


def _optimised(
    schedule: SeasonSchedule, chosen: Candidate, context: RequestContext
) -> SeasonSchedule:
    published = schedule.status is ScheduleStatus.PUBLISHED
    return replace(
        schedule,
        games=chosen.schedule.games,
        status=ScheduleStatus.AMENDED if published else schedule.status,
        updated_at=context.at,
    )


def _was_solved(schedule: SeasonSchedule, instance: Instance | None) -> bool:
    """Whether the schedule has the games and rules that the run began with."""
    if instance is None:
        return False
    games = instance.start.games if instance.start else ()
    league = instance.league
    return (schedule.games, schedule.constraints, schedule.goals) == (
        games,
        league.constraints,
        league.goals,
    )
