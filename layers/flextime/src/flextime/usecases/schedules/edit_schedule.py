"""Change a schedule: load, edit, validate, write a revision, commit with events."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from flextime.domain.errors import Conflict, StaleVersion
from flextime.domain.events import ConstraintViolated, EventData, ScheduleUpdated
from flextime.domain.ids import ScheduleId
from flextime.domain.leagues.league import League
from flextime.domain.leagues.references import validate_league, validate_schedule
from flextime.domain.runs.run import Run
from flextime.domain.schedules.season_schedule import ScheduleStatus, SeasonSchedule
from flextime.usecases.aggregates import Versioned
from flextime.usecases.ports import Store
from flextime.usecases.preconditions import ensure_current_version
from flextime.usecases.request_context import (
    BuildResponse,
    RequestContext,
    no_response,
)
from flextime.usecases.schedules.dependencies import ScheduleDependencies
from flextime.usecases.schedules.newly_violated import newly_violated
from flextime.usecases.schedules.record_revision import record_revision
from flextime.usecases.transaction import Save, Transaction

_MAX_RUN_TIME = timedelta(hours=6)
"""An unfinished run that is older has been lost and no longer locks its schedule."""


@dataclass(frozen=True, slots=True)
class Target:
    """A schedule and the version of it that the caller has read; None for any."""

    schedule: ScheduleId
    version: int | None = None


@dataclass(frozen=True, slots=True)
class EditResult:
    """A schedule after an edit, and its events in addition to `schedule.updated`."""

    schedule: SeasonSchedule
    events: tuple[EventData, ...] = ()


type Edit = Callable[[SeasonSchedule, League], EditResult]
"""Computes the changed schedule; called again after a concurrent change."""


def edit_schedule(
    dependencies: ScheduleDependencies,
    context: RequestContext,
    target: Target,
    edit: Edit,
    build_response: BuildResponse[SeasonSchedule] = no_response,
) -> Versioned[SeasonSchedule]:
    """Change a schedule; changed games become a new revision.

    Raises
    ------
    StaleVersion
        The caller has not read the newest version.
    Conflict
        The schedule is archived, a run is working on its games and constraints, or
        concurrent changes exhausted the retries.
    InvalidInput
        The edited schedule does not fit its league.
    """

    def attempt() -> Versioned[SeasonSchedule]:
        current = dependencies.store.load(
            context.tenant, SeasonSchedule, target.schedule
        )
        ensure_current_version(current.version, target.version)
        if current.value.status is ScheduleStatus.ARCHIVED:
            raise Conflict(f"schedule {target.schedule} is archived")
        return _edit_current(dependencies, context, current, edit, build_response)

    if target.version is not None:
        return attempt()
    try:
        return dependencies.retry.call(attempt)
    except StaleVersion:
        raise Conflict(
            f"too many people change schedule {target.schedule} at once"
        ) from None


def _edit_current(
    dependencies: ScheduleDependencies,
    context: RequestContext,
    current: Versioned[SeasonSchedule],
    edit: Edit,
    build_response: BuildResponse[SeasonSchedule],
) -> Versioned[SeasonSchedule]:
    before = current.value
    league = dependencies.store.load(context.tenant, League, before.league).value
    result = edit(before, league)
    after = replace(result.schedule, updated_at=context.at)
    changed = changed_fields(before, after)
    if {"games", "constraints", "goals"} & set(changed):
        ensure_no_active_run(dependencies.store, context, before)
        validate_league(after.apply_to(league))
    if "games" in changed:
        after = _with_new_revision(dependencies, context, after, league)
    saved = Versioned(after, current.version + 1)
    events = _events(league, before, after, result.events)
    dependencies.store.commit(
        Transaction(
            context.tenant,
            (Save(after, current.version),),
            tuple(context.event(after.id, saved.version, data) for data in events),
            build_response(saved),
        )
    )
    return saved


def _events(
    league: League,
    before: SeasonSchedule,
    after: SeasonSchedule,
    of_edit: tuple[EventData, ...],
) -> tuple[EventData, ...]:
    """All events of a change, in order: updated, the edit's own, violated."""
    changed = changed_fields(before, after)
    if not changed:
        return of_edit
    updated = ScheduleUpdated(changed=changed, revision=after.revision)
    events: tuple[EventData, ...] = (updated, *of_edit)
    if {"games", "constraints"} & set(changed):
        violated = newly_violated(league, before, after)
        if violated:
            events += (
                ConstraintViolated(constraints=violated, revision=after.revision),
            )
    return events


def _with_new_revision(
    dependencies: ScheduleDependencies,
    context: RequestContext,
    schedule: SeasonSchedule,
    league: League,
) -> SeasonSchedule:
    validate_schedule(league, schedule.to_schedule())
    if schedule.status is ScheduleStatus.PUBLISHED:
        schedule = replace(schedule, status=ScheduleStatus.AMENDED)
    number = record_revision(
        dependencies.revisions, dependencies.retry, context.tenant, schedule
    )
    return replace(schedule, revision=number)


def changed_fields(before: SeasonSchedule, after: SeasonSchedule) -> tuple[str, ...]:
    """Return the names of the user-visible fields that differ."""
    fields = ("name", "status", "games", "constraints", "goals")
    return tuple(
        field for field in fields if getattr(before, field) != getattr(after, field)
    )


def ensure_no_active_run(
    store: Store, context: RequestContext, schedule: SeasonSchedule
) -> None:
    """Raise `Conflict` while a run works on the schedule's games and constraints."""
    if schedule.latest_run is None:
        return
    run = store.load(context.tenant, Run, schedule.latest_run).value
    if not run.status.is_final and context.at - run.created_at < _MAX_RUN_TIME:
        raise Conflict(f"run {run.id} is working on schedule {schedule.id}")
