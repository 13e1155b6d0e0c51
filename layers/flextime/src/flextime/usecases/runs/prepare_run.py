"""First step of a run: write the instance and the parameters of each attempt."""

from flextime.domain.errors import NotFound
from flextime.domain.ids import AttemptId, RunId, TenantId
from flextime.domain.leagues.league import League
from flextime.domain.runs.attempts import AttemptParameters, Instance
from flextime.domain.runs.portfolio import plan_attempts
from flextime.domain.runs.run import Run, RunStatus
from flextime.domain.schedules.season_schedule import SeasonSchedule
from flextime.usecases.runs.dependencies import RunDependencies
from flextime.usecases.runs.transitions import advance_to


def prepare_run(
    dependencies: RunDependencies, tenant: TenantId, run_id: RunId
) -> tuple[AttemptId, ...]:
    """Write the files that the attempts read, and return the attempts to execute.

    There are none if the run has ended or its schedule was deleted. A repeated step
    does not overwrite the files once attempts may be running.

    Raises
    ------
    NotFound
        The run does not exist.
    Unavailable
        Concurrent changes exhausted the retries.
    """
    run = advance_to(dependencies, tenant, run_id, RunStatus.PREPARING)
    if run.status.is_final:
        return ()
    attempts = _attempts(run)
    if run.status is RunStatus.PREPARING:
        try:
            instance = _instance(dependencies, tenant, run)
        except NotFound:
            return ()
        files = dependencies.run_file_store.files(tenant, run_id)
        files.save_instance(instance, attempts)
        advance_to(dependencies, tenant, run_id, RunStatus.SOLVING)
    return tuple(parameters.attempt for parameters in attempts)


def _attempts(run: Run) -> tuple[AttemptParameters, ...]:
    requested = run.parameters
    return plan_attempts(requested.attempts, requested.seed, requested.time_limit_s)


def _instance(dependencies: RunDependencies, tenant: TenantId, run: Run) -> Instance:
    schedule = dependencies.store.load(tenant, SeasonSchedule, run.schedule).value
    league = dependencies.store.load(tenant, League, schedule.league).value
    start = schedule.to_schedule() if schedule.games else None
    return Instance(schedule.apply_to(league), start)
