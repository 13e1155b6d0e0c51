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
from flextime.usecases.aggregates import Versioned
from flextime.usecases.leagues.manage_leagues import ensure_schedulable
from flextime.usecases.ports import Store, Workflow
from flextime.usecases.request_context import BuildResponse, RequestContext
from flextime.usecases.runs.ports import RunFileStore
from flextime.usecases.schedules.edit_schedule import ensure_no_active_run
from flextime.usecases.transaction import Save, Transaction

_LOG = logging.getLogger(__name__)
_TRIES = 5
_START_TAKES = timedelta(seconds=10)
"""A run that is queued for longer was perhaps never started."""


class RunRequestDependencies(Protocol):
    """Where runs are kept and carried out."""

    @property
    def store(self) -> Store: ...

    @property
    def run_file_store(self) -> RunFileStore: ...

    @property
    def workflow(self) -> Workflow: ...


def request_run(
    dependencies: RunRequestDependencies,
    context: RequestContext,
    schedule: ScheduleId,
    parameters: RunParameters,
    build_response: BuildResponse[Run],
) -> Versioned[Run]:
    """Keep a run and have it started.

    It counts as soon as it is kept: should its start fail, it starts when it is read.

    Raises
    ------
    Conflict
        Another run works on the schedule, or it is archived.
    InvalidLeague
        Counting shows that no schedule can keep the hard rules.
    """
    known = dependencies.store.load(context.tenant, SeasonSchedule, schedule)
    if known.value.status is ScheduleStatus.ARCHIVED:
        raise Conflict(f"schedule {schedule} is archived")
    ensure_no_active_run(dependencies.store, context, known.value)
    league = dependencies.store.load(context.tenant, League, known.value.league).value
    ensure_schedulable(known.value.apply_to(league))
    made = Versioned(_queued(context, schedule, parameters), 1)
    started = OptimizationStarted(
        schedule=schedule,
        attempts=parameters.attempts,
        time_limit_s=parameters.time_limit_s,
    )
    try:
        dependencies.store.commit(
            Transaction(
                context.tenant,
                (
                    Save(made.value, 0),
                    Save(replace(known.value, latest_run=made.value.id), known.version),
                ),
                (context.event(made.value.id, 1, started),),
                build_response(made),
            )
        )
    except StaleVersion:
        raise Conflict(f"schedule {schedule} is being changed: ask again") from None
    _start(dependencies, context, made.value)
    return made


def _queued(
    context: RequestContext, schedule: ScheduleId, parameters: RunParameters
) -> Run:
    return Run(
        id=RunId(context.new_id()),
        schedule=schedule,
        parameters=parameters,
        status=RunStatus.QUEUED,
        owner=context.user,
        owner_email=context.email,
        created_at=context.at,
        correlation_id=context.correlation_id,
    )


def read_run(
    dependencies: RunRequestDependencies, context: RequestContext, run: RunId
) -> tuple[Versioned[Run], tuple[Progress, ...]]:
    """A run and the newest of each of its attempts."""
    known = dependencies.store.load(context.tenant, Run, run)
    if _is_late(known.value, context.at):
        _start(dependencies, context, known.value)
    return known, dependencies.run_file_store.files(context.tenant, run).progress()


def cancel_run(
    dependencies: RunRequestDependencies, context: RequestContext, run: RunId
) -> Versioned[Run]:
    """Have a run stop and keep its best; to ask twice is no error.

    Raises
    ------
    Conflict
        The run is over.
    """
    marked = _mark_cancelled(dependencies.store, context, run)
    dependencies.run_file_store.files(context.tenant, run).request_stop()
    if marked.value.status is RunStatus.QUEUED:
        # It ends in the ordinary way, and for that it has to begin.
        _start(dependencies, context, marked.value)
    return marked


def _mark_cancelled(
    store: Store, context: RequestContext, run: RunId
) -> Versioned[Run]:
    for _ in range(_TRIES):
        known = store.load(context.tenant, Run, run)
        if known.value.status.is_final:
            raise Conflict(f"run {run} is over: {known.value.status}")
        if known.value.cancel_requested:
            return known
        marked = Versioned(
            replace(known.value, cancel_requested=True), known.version + 1
        )
        cancelled = OptimizationCancelled(schedule=known.value.schedule)
        try:
            store.commit(
                Transaction(
                    context.tenant,
                    (Save(marked.value, known.version),),
                    (context.event(run, marked.version, cancelled),),
                )
            )
        except StaleVersion:
            continue  # the workflow has written a new status meanwhile
        return marked
    raise Conflict(f"run {run} is changing too fast: ask again")


def _is_late(run: Run, now: datetime) -> bool:
    return run.status is RunStatus.QUEUED and now - run.created_at > _START_TAKES


def _start(
    dependencies: RunRequestDependencies, context: RequestContext, run: Run
) -> None:
    try:
        dependencies.workflow.start(context.tenant, run.id)
    except Unavailable as silence:
        _LOG.warning("run %s is kept but not started: %s", run.id, silence)
