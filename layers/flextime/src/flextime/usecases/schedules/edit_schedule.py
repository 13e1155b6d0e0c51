"""The one way in which people change a schedule: load, edit, check, keep, announce."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Protocol

from flextime.domain.errors import Conflict, StaleVersion
from flextime.domain.events import ConstraintViolated, EventData, ScheduleUpdated
from flextime.domain.ids import ScheduleId
from flextime.domain.leagues.league import League
from flextime.domain.leagues.references import validate_league, validate_schedule
from flextime.domain.runs.run import Run
from flextime.domain.schedules.season_schedule import ScheduleStatus, SeasonSchedule
from flextime.usecases.aggregates import Versioned
from flextime.usecases.ports import Revisions, Store
from flextime.usecases.preconditions import ensure_current_version
from flextime.usecases.request_context import BuildResponse, RequestContext, no_response
from flextime.usecases.schedules.newly_violated import newly_violated
from flextime.usecases.schedules.record_revision import record_revision
from flextime.usecases.transaction import Save, Transaction

_TRIES = 5
"""Of a caller who did not say which version is meant, when others write too."""


_LONGEST_RUN = timedelta(hours=6)
"""A run that nobody has ended by then never will be, and locks nothing any more."""


class ScheduleDependencies(Protocol):
    """Where schedules and their revisions are kept."""

    @property
    def store(self) -> Store: ...

    @property
    def revisions(self) -> Revisions: ...


@dataclass(frozen=True, slots=True)
class Target:
    """A schedule, and the version of it that the caller has read; None for any."""

    schedule: ScheduleId
    version: int | None = None


@dataclass(frozen=True, slots=True)
class EditResult:
    """A schedule after an edit, and what happened beside `schedule.updated`."""

    schedule: SeasonSchedule
    events: tuple[EventData, ...] = ()


type Edit = Callable[[SeasonSchedule, League], EditResult]


def edit_schedule(
    dependencies: ScheduleDependencies,
    context: RequestContext,
    target: Target,
    edit: Edit,
    build_response: BuildResponse[SeasonSchedule] = no_response,
) -> Versioned[SeasonSchedule]:
    """Change a schedule; games that changed make a new revision.

    Raises
    ------
    StaleVersion
        The caller has not read the newest version.
    Conflict
        The schedule is archived, or a run is working on its games and rules.
    InvalidInput
        What the edit leaves does not belong to the schedule's league.
    """
    for _ in range(_TRIES):
        known = dependencies.store.load(context.tenant, SeasonSchedule, target.schedule)
        ensure_current_version(known.version, target.version)
        if known.value.status is ScheduleStatus.ARCHIVED:
            raise Conflict(f"schedule {target.schedule} is archived")
        try:
            return _edit_known(dependencies, context, known, edit, build_response)
        except StaleVersion:
            if target.version is not None:
                raise
    raise Conflict(f"too many people change schedule {target.schedule} at once")


def _edit_known(
    dependencies: ScheduleDependencies,
    context: RequestContext,
    known: Versioned[SeasonSchedule],
    edit: Edit,
    build_response: BuildResponse[SeasonSchedule],
) -> Versioned[SeasonSchedule]:
    before = known.value
    league = dependencies.store.load(context.tenant, League, before.league).value
    edited = edit(before, league)
    after = replace(edited.schedule, updated_at=context.at)
    changed = changed_fields(before, after)
    if {"games", "constraints", "goals"} & set(changed):
        ensure_no_active_run(dependencies.store, context, before)
        validate_league(after.apply_to(league))
    if "games" in changed:
        after = _revised(dependencies.revisions, context, after, league)
    made = Versioned(after, known.version + 1)
    changed = changed_fields(before, after)
    updated = ScheduleUpdated(changed=changed, revision=after.revision)
    happened = (updated, *edited.events) if changed else edited.events
    if {"games", "constraints"} & set(changed):
        happened = (*happened, *_violated(league, before, after))
    dependencies.store.commit(
        Transaction(
            context.tenant,
            (Save(after, known.version),),
            tuple(context.event(after.id, made.version, data) for data in happened),
            build_response(made),
        )
    )
    return made


def _violated(
    league: League, before: SeasonSchedule, after: SeasonSchedule
) -> tuple[EventData, ...]:
    broken = newly_violated(league, before, after)
    if not broken:
        return ()
    return (ConstraintViolated(constraints=broken, revision=after.revision),)


def _revised(
    revisions: Revisions,
    context: RequestContext,
    schedule: SeasonSchedule,
    league: League,
) -> SeasonSchedule:
    validate_schedule(league, schedule.to_schedule())
    if schedule.status is ScheduleStatus.PUBLISHED:
        schedule = replace(schedule, status=ScheduleStatus.AMENDED)
    number = record_revision(revisions, context.tenant, schedule)
    return replace(schedule, revision=number)


def changed_fields(before: SeasonSchedule, after: SeasonSchedule) -> tuple[str, ...]:
    """Names of what people see that differs."""
    parts = ("name", "status", "games", "constraints", "goals")
    return tuple(
        part for part in parts if getattr(before, part) != getattr(after, part)
    )


def ensure_no_active_run(
    store: Store, context: RequestContext, schedule: SeasonSchedule
) -> None:
    """Raise `Conflict` while a run works on the schedule's games and rules."""
    if schedule.latest_run is None:
        return
    run = store.load(context.tenant, Run, schedule.latest_run).value
    if not run.status.is_final and context.at - run.created_at < _LONGEST_RUN:
        raise Conflict(f"run {run.id} is working on schedule {schedule.id}")
