"""Record the schedule that a run has chosen as a revision."""

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
    """What is to be committed with the end of a run, and what the run refers to.

    Attributes
    ----------
    revision
        The revision with the chosen schedule; None if nothing was chosen.
    reasons
        Sentences for users, added to those of the run.
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
    """Write the revision and return the changes that make the schedule refer to it.

    A schedule that was changed during the run is left as it is.

    Raises
    ------
    NotFound
        The schedule was deleted.
    """
    current = dependencies.store.load(context.tenant, SeasonSchedule, run.schedule)
    schedule = current.value
    if chosen is None:
        return RecordedResult(schedule_name=schedule.name)
    if chosen.attempt is None:  # nothing better than the schedule before the run
        return RecordedResult(schedule_name=schedule.name, revision=schedule.revision)
    optimised = _optimised(schedule, chosen, context)
    number = record_revision(
        dependencies.revisions, dependencies.retry, context.tenant, optimised
    )
    if not _is_unchanged(schedule, instance):
        reason = (
            "The schedule was changed while it was optimised. It stays as it was"
            f" changed; the optimised schedule is kept as revision {number}."
        )
        return RecordedResult(
            schedule_name=schedule.name, revision=number, reasons=(reason,)
        )
    event = ScheduleOptimized(run_id=run.id, revision=number)
    return RecordedResult(
        schedule_name=schedule.name,
        revision=number,
        changes=(Save(replace(optimised, revision=number), current.version),),
        events=(context.event(schedule.id, current.version + 1, event),),
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


def _is_unchanged(schedule: SeasonSchedule, instance: Instance | None) -> bool:
    """Whether games, constraints and goals are those of the run's instance."""
    if instance is None:
        return False
    games = instance.start.games if instance.start else ()
    league = instance.league
    return (schedule.games, schedule.constraints, schedule.goals) == (
        games,
        league.constraints,
        league.goals,
    )
