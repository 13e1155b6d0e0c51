"""Request, read and cancel optimisation runs."""

import logging
from dataclasses import replace

from flextime.domain.errors import Conflict, StaleVersion, Unavailable
from flextime.domain.events import OptimizationCancelled, OptimizationStarted
from flextime.domain.ids import RunId, ScheduleId
from flextime.domain.leagues.league import League
from flextime.domain.runs.attempts import Progress
from flextime.domain.runs.run import Run, RunParameters, RunStatus
from flextime.domain.schedules.season_schedule import ScheduleStatus, SeasonSchedule
from flextime.usecases.aggregates import Versioned
from flextime.usecases.leagues.manage_leagues import ensure_schedulable
from flextime.usecases.request_context import BuildResponse, RequestContext
from flextime.usecases.runs.dependencies import RunRequestDependencies
from flextime.usecases.schedules.edit_schedule import ensure_no_active_run
from flextime.usecases.transaction import Save, Transaction

_LOG = logging.getLogger(__name__)


def request_run(
    dependencies: RunRequestDependencies,
    context: RequestContext,
    schedule: ScheduleId,
    parameters: RunParameters,
    build_response: BuildResponse[Run],
) -> Versioned[Run]:
    """Store a run and start it.

    If the workflow cannot be reached the run stays queued, and its event
    `optimization.started` starts it from the outbox (`start_requested_run`).

    Raises
    ------
    NotFound
        The schedule does not exist.
    Conflict
        The schedule is archived, being changed, or another run is working on it.
    InvalidLeague
        Counting proves that no schedule satisfies the hard constraints.
    """
    current = dependencies.store.load(context.tenant, SeasonSchedule, schedule)
    if current.value.status is ScheduleStatus.ARCHIVED:
        raise Conflict(f"schedule {schedule} is archived")
    ensure_no_active_run(dependencies.store, context, current.value)
    league = dependencies.store.load(context.tenant, League, current.value.league).value
    ensure_schedulable(current.value.apply_to(league))
    saved = Versioned(_queued(context, schedule, parameters), 1)
    try:
        dependencies.store.commit(
            _request(context, current, saved.value, build_response)
        )
    except StaleVersion:
        raise Conflict(f"schedule {schedule} is being changed: ask again") from None
    _start(dependencies, context, saved.value)
    return saved


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


def _request(
    context: RequestContext,
    schedule: Versioned[SeasonSchedule],
    run: Run,
    build_response: BuildResponse[Run],
) -> Transaction:
    started = OptimizationStarted(
        schedule=run.schedule,
        attempts=run.parameters.attempts,
        time_limit_s=run.parameters.time_limit_s,
    )
    locked = replace(schedule.value, latest_run=run.id)
    return Transaction(
        context.tenant,
        (Save(run, 0), Save(locked, schedule.version)),
        (context.event(run.id, 1, started),),
        build_response(Versioned(run, 1)),
    )


def read_run(
    dependencies: RunRequestDependencies, context: RequestContext, run: RunId
) -> tuple[Versioned[Run], tuple[Progress, ...]]:
    """Read a run and the latest progress of each of its attempts.

    Raises
    ------
    NotFound
        The run does not exist.
    """
    current = dependencies.store.load(context.tenant, Run, run)
    files = dependencies.run_file_store.files(context.tenant, run)
    return current, files.progress()


def cancel_run(
    dependencies: RunRequestDependencies, context: RequestContext, run: RunId
) -> Versioned[Run]:
    """Ask a run to stop and to record its best schedule; repeating this is allowed.

    Raises
    ------
    NotFound
        The run does not exist.
    Conflict
        The run has ended, or concurrent changes exhausted the retries.
    """
    try:
        cancelled = dependencies.retry.call(
            lambda: _mark_cancelled(dependencies, context, run)
        )
    except StaleVersion:
        raise Conflict(f"run {run} is changing too fast: ask again") from None
    dependencies.run_file_store.files(context.tenant, run).request_stop()
    if cancelled.value.status is RunStatus.QUEUED:
        # The workflow ends runs, so one that has not started has to start first.
        _start(dependencies, context, cancelled.value)
    return cancelled


def _mark_cancelled(
    dependencies: RunRequestDependencies, context: RequestContext, run: RunId
) -> Versioned[Run]:
    current = dependencies.store.load(context.tenant, Run, run)
    if current.value.status.is_final:
        raise Conflict(f"run {run} is over: {current.value.status}")
    if current.value.cancel_requested:
        return current
    cancelled = Versioned(
        replace(current.value, cancel_requested=True), current.version + 1
    )
    event = OptimizationCancelled(schedule=current.value.schedule)
    dependencies.store.commit(
        Transaction(
            context.tenant,
            (Save(cancelled.value, current.version),),
            (context.event(run, cancelled.version, event),),
        )
    )
    return cancelled


def _start(
    dependencies: RunRequestDependencies, context: RequestContext, run: Run
) -> None:
    try:
        dependencies.workflow.start(context.tenant, run.id)
    except Unavailable as error:
        _LOG.warning("run %s is stored but not started: %s", run.id, error)
