"""What a run found becomes the schedule's newest revision."""

from dataclasses import dataclass, replace

from flextime.domain.events import Envelope, ScheduleOptimized
from flextime.domain.runs.attempts import Instance
from flextime.domain.runs.evaluation import Candidate
from flextime.domain.runs.run import Run
from flextime.domain.schedules.season_schedule import ScheduleStatus, SeasonSchedule
from flextime.usecases.request_context import Call
from flextime.usecases.runs.dependencies import RunParts
from flextime.usecases.schedules.record_revision import record_revision
from flextime.usecases.transaction import Save


@dataclass(frozen=True, kw_only=True)
class Kept:
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


def keep_found(
    parts: RunParts,
    call: Call,
    run: Run,
    instance: Instance | None,
    chosen: Candidate | None,
) -> Kept:
    """Save the revision; the schedule points to it when the run's end is written.

    Raises
    ------
    NotFound
        The schedule is gone.
    """
    known = parts.store.load(call.tenant, SeasonSchedule, run.schedule)
    schedule = known.value
    if chosen is None:
        return Kept(schedule_name=schedule.name)
    if chosen.attempt is None:  # nothing better than the schedule as it stood
        return Kept(schedule_name=schedule.name, revision=schedule.revision)
    optimised = _optimised(schedule, chosen, call)
    number = record_revision(parts.revisions, call.tenant, optimised)
    if not _was_solved(schedule, instance):
        told = (
            "The schedule was changed while it was optimised. It stays as it was"
            f" changed; what was found is kept as revision {number}."
        )
        return Kept(schedule_name=schedule.name, revision=number, reasons=(told,))
    found = ScheduleOptimized(run_id=run.id, revision=number)
    return Kept(
        schedule_name=schedule.name,
        revision=number,
        changes=(Save(replace(optimised, revision=number), known.version),),
        events=(call.event(schedule.id, known.version + 1, found),),
    )


def _optimised(
    schedule: SeasonSchedule, chosen: Candidate, call: Call
) -> SeasonSchedule:
    published = schedule.status is ScheduleStatus.PUBLISHED
    return replace(
        schedule,
        games=chosen.schedule.games,
        status=ScheduleStatus.AMENDED if published else schedule.status,
        updated_at=call.at,
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
