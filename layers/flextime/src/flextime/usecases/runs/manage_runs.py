"""Runs as their owners see them: asked for, watched, cancelled."""

import logging
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol

from flextime.domain.errors import Conflict, StaleVersion, Unavailable
from flextime.domain.events import OptimizationCancelled, OptimizationStarted
from flextime.domain.ids import RunId, ScheduleId
from flextime.domain.leagues.league import League
from flextime.domain.runs.attempts import Progress
from flextime.domain.runs.run import Run, RunParameters, RunStatus
from flextime.domain.schedules.season_schedule import ScheduleStatus, SeasonSchedule
from flextime.usecases.leagues.manage_leagues import refuse_unschedulable
from flextime.usecases.ports import Store, Workflow
from flextime.usecases.request_context import Call, Remember
from flextime.usecases.runs.ports import RunRoom
from flextime.usecases.schedules.edit_schedule import refuse_while_running
from flextime.usecases.stored import Stored
from flextime.usecases.transaction import Save, Transaction

_LOG = logging.getLogger(__name__)
_TRIES = 5
_START_TAKES = timedelta(seconds=10)
"""A run that is queued for longer was perhaps never started."""


class Running(Protocol):
    """Where runs are kept and carried out."""

    @property
    def store(self) -> Store: ...

    @property
    def run_room(self) -> RunRoom: ...

    @property
    def workflow(self) -> Workflow: ...


def request_run(
    running: Running,
    call: Call,
    schedule: ScheduleId,
    parameters: RunParameters,
    remember: Remember[Run],
) -> Stored[Run]:
    """Keep a run and have it started.

    It counts as soon as it is kept: should its start fail, it starts when it is read.

    Raises
    ------
    Conflict
        Another run works on the schedule, or it is archived.
    InvalidLeague
        Counting shows that no schedule can keep the hard rules.
    """
    known = running.store.load(call.tenant, SeasonSchedule, schedule)
    if known.value.status is ScheduleStatus.ARCHIVED:
        raise Conflict(f"schedule {schedule} is archived")
    refuse_while_running(running.store, call, known.value)
    league = running.store.load(call.tenant, League, known.value.league).value
    refuse_unschedulable(known.value.apply_to(league))
    made = Stored(_queued(call, schedule, parameters), 1)
    started = OptimizationStarted(
        schedule=schedule,
        attempts=parameters.attempts,
        time_limit_s=parameters.time_limit_s,
    )
    try:
        running.store.commit(
            Transaction(
                call.tenant,
                (
                    Save(made.value, 0),
                    Save(replace(known.value, latest_run=made.value.id), known.version),
                ),
                (call.event(made.value.id, 1, started),),
                remember(made),
            )
        )
    except StaleVersion:
        raise Conflict(f"schedule {schedule} is being changed: ask again") from None
    _start(running, call, made.value)
    return made


def _queued(call: Call, schedule: ScheduleId, parameters: RunParameters) -> Run:
    return Run(
        id=RunId(call.new_id()),
        schedule=schedule,
        parameters=parameters,
        status=RunStatus.QUEUED,
        owner=call.user,
        owner_email=call.email,
        created_at=call.at,
        correlation_id=call.correlation_id,
    )


def watch_run(
    running: Running, call: Call, run: RunId
) -> tuple[Stored[Run], tuple[Progress, ...]]:
    """A run and the newest of each of its attempts."""
    known = running.store.load(call.tenant, Run, run)
    if _is_late(known.value, call.at):
        _start(running, call, known.value)
    return known, running.run_room.files(call.tenant, run).progress()


def cancel_run(running: Running, call: Call, run: RunId) -> Stored[Run]:
    """Have a run stop and keep its best; to ask twice is no error.

    Raises
    ------
    Conflict
        The run is over.
    """
    marked = _mark_cancelled(running.store, call, run)
    running.run_room.files(call.tenant, run).request_stop()
    if marked.value.status is RunStatus.QUEUED:
        # It ends in the ordinary way, and for that it has to begin.
        _start(running, call, marked.value)
    return marked


def _mark_cancelled(store: Store, call: Call, run: RunId) -> Stored[Run]:
    for _ in range(_TRIES):
        known = store.load(call.tenant, Run, run)
        if known.value.status.is_final:
            raise Conflict(f"run {run} is over: {known.value.status}")
        if known.value.cancel_requested:
            return known
        marked = Stored(replace(known.value, cancel_requested=True), known.version + 1)
        cancelled = OptimizationCancelled(schedule=known.value.schedule)
        try:
            store.commit(
                Transaction(
                    call.tenant,
                    (Save(marked.value, known.version),),
                    (call.event(run, marked.version, cancelled),),
                )
            )
        except StaleVersion:
            continue  # the workflow has written a new status meanwhile
        return marked
    raise Conflict(f"run {run} is changing too fast: ask again")


def _is_late(run: Run, now: datetime) -> bool:
    return run.status is RunStatus.QUEUED and now - run.created_at > _START_TAKES


def _start(running: Running, call: Call, run: Run) -> None:
    try:
        running.workflow.start(call.tenant, run.id)
    except Unavailable as silence:
        _LOG.warning("run %s is kept but not started: %s", run.id, silence)
