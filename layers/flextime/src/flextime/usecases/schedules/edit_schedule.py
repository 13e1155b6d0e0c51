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
from flextime.usecases.ports import Revisions, Store
from flextime.usecases.preconditions import refuse_stale
from flextime.usecases.request_context import Call, Remember, forget
from flextime.usecases.schedules.record_revision import record_revision
from flextime.usecases.schedules.violated_rules import newly_broken
from flextime.usecases.stored import Stored
from flextime.usecases.transaction import Save, Transaction

_TRIES = 5
"""Of a caller who did not say which version is meant, when others write too."""


_LONGEST_RUN = timedelta(hours=6)
"""A run that nobody has ended by then never will be, and locks nothing any more."""


class Keeping(Protocol):
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
class Edited:
    """A schedule after an edit, and what happened beside `schedule.updated`."""

    schedule: SeasonSchedule
    events: tuple[EventData, ...] = ()


type Edit = Callable[[SeasonSchedule, League], Edited]


def edit_schedule(
    keeping: Keeping,
    call: Call,
    target: Target,
    edit: Edit,
    remember: Remember[SeasonSchedule] = forget,
) -> Stored[SeasonSchedule]:
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
        known = keeping.store.load(call.tenant, SeasonSchedule, target.schedule)
        refuse_stale(known.version, target.version)
        if known.value.status is ScheduleStatus.ARCHIVED:
            raise Conflict(f"schedule {target.schedule} is archived")
        try:
            return _edit_known(keeping, call, known, edit, remember)
        except StaleVersion:
            if target.version is not None:
                raise
    raise Conflict(f"too many people change schedule {target.schedule} at once")


def _edit_known(
    keeping: Keeping,
    call: Call,
    known: Stored[SeasonSchedule],
    edit: Edit,
    remember: Remember[SeasonSchedule],
) -> Stored[SeasonSchedule]:
    before = known.value
    league = keeping.store.load(call.tenant, League, before.league).value
    edited = edit(before, league)
    after = replace(edited.schedule, updated_at=call.at)
    changed = changed_parts(before, after)
    if {"games", "constraints", "goals"} & set(changed):
        refuse_while_running(keeping.store, call, before)
        validate_league(after.apply_to(league))
    if "games" in changed:
        after = _revised(keeping.revisions, call, after, league)
    made = Stored(after, known.version + 1)
    changed = changed_parts(before, after)
    updated = ScheduleUpdated(changed=changed, revision=after.revision)
    happened = (updated, *edited.events) if changed else edited.events
    if {"games", "constraints"} & set(changed):
        happened = (*happened, *_violated(league, before, after))
    keeping.store.commit(
        Transaction(
            call.tenant,
            (Save(after, known.version),),
            tuple(call.event(after.id, made.version, data) for data in happened),
            remember(made),
        )
    )
    return made


def _violated(
    league: League, before: SeasonSchedule, after: SeasonSchedule
) -> tuple[EventData, ...]:
    broken = newly_broken(league, before, after)
    if not broken:
        return ()
    return (ConstraintViolated(constraints=broken, revision=after.revision),)


def _revised(
    revisions: Revisions, call: Call, schedule: SeasonSchedule, league: League
) -> SeasonSchedule:
    validate_schedule(league, schedule.to_schedule())
    if schedule.status is ScheduleStatus.PUBLISHED:
        schedule = replace(schedule, status=ScheduleStatus.AMENDED)
    number = record_revision(revisions, call.tenant, schedule)
    return replace(schedule, revision=number)


def changed_parts(before: SeasonSchedule, after: SeasonSchedule) -> tuple[str, ...]:
    """Names of what people see that differs."""
    parts = ("name", "status", "games", "constraints", "goals")
    return tuple(
        part for part in parts if getattr(before, part) != getattr(after, part)
    )


def refuse_while_running(store: Store, call: Call, schedule: SeasonSchedule) -> None:
    """Raise `Conflict` while a run works on the schedule's games and rules."""
    if schedule.latest_run is None:
        return
    run = store.load(call.tenant, Run, schedule.latest_run).value
    if not run.status.is_final and call.at - run.created_at < _LONGEST_RUN:
        raise Conflict(f"run {run.id} is working on schedule {schedule.id}")
