"""First step of a run: write down what is to be solved, and how often."""

from flextime.domain.errors import NotFound
from flextime.domain.ids import AttemptId, RunId, TenantId
from flextime.domain.leagues.league import League
from flextime.domain.runs.attempts import AttemptParameters, Instance
from flextime.domain.runs.portfolio import plan_attempts
from flextime.domain.runs.run import Run, RunStatus
from flextime.domain.schedules.season_schedule import SeasonSchedule
from flextime.usecases.runs.dependencies import RunDependencies, files_of
from flextime.usecases.runs.transitions import advance_to


def prepare_run(
    dependencies: RunDependencies, tenant: TenantId, run_id: RunId
) -> tuple[AttemptId, ...]:
    """Write the run's instance and its attempts' parameters; the attempts to make.

    There is nothing to attempt when the run is over already, or its schedule gone.
    Once attempts may be at work, a repeated step leaves alone what they read.
    """
    run = advance_to(dependencies, tenant, run_id, RunStatus.PREPARING)
    if run.status.is_final:
        return ()
    attempts = _plan(run)
    if run.status is RunStatus.PREPARING:
        try:
            instance = _instance(dependencies, tenant, run)
        except NotFound:
            return ()
        files_of(dependencies, tenant, run_id).save_instance(instance, attempts)
        advance_to(dependencies, tenant, run_id, RunStatus.SOLVING)
    return tuple(parameters.attempt for parameters in attempts)


def _plan(run: Run) -> tuple[AttemptParameters, ...]:
    wish = run.parameters
    return plan_attempts(wish.attempts, wish.seed, wish.time_limit_s)


def _instance(dependencies: RunDependencies, tenant: TenantId, run: Run) -> Instance:
    schedule = dependencies.store.load(tenant, SeasonSchedule, run.schedule).value
    league = dependencies.store.load(tenant, League, schedule.league).value
    start = schedule.to_schedule() if schedule.games else None
    return Instance(schedule.apply_to(league), start)
