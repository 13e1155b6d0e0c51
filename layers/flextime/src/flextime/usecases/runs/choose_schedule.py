"""Second step of a run, after its attempts: choose the best schedule."""

from flextime.domain.errors import AllAttemptsFailed, NotFound
from flextime.domain.ids import RunId, ScheduleId, TenantId
from flextime.domain.runs.evaluation import RunEvaluation, evaluate_attempts
from flextime.domain.runs.run import Run, RunStatus
from flextime.domain.schedules.season_schedule import SeasonSchedule
from flextime.usecases.runs.dependencies import RunDependencies
from flextime.usecases.runs.transitions import advance_to


def choose_schedule(
    dependencies: RunDependencies, tenant: TenantId, run_id: RunId
) -> RunEvaluation:
    """Evaluate the results of the attempts of a run.

    Raises
    ------
    NotFound
        The run does not exist, or its instance is missing.
    AllAttemptsFailed
        No attempt of a run that was not cancelled has written anything.
    """
    run = advance_to(dependencies, tenant, run_id, RunStatus.RECORDING)
    evaluation = evaluate_run(dependencies, tenant, run)
    stopped = run.status.is_final or run.cancel_requested
    if evaluation.instance and evaluation.no_results and not stopped:
        reasons = "; ".join(
            f"attempt {rejection.attempt}: {rejection.reason}"
            for rejection in evaluation.rejections
        )
        raise AllAttemptsFailed(
            reasons or "every attempt crashed before it found a schedule"
        )
    return evaluation


def evaluate_run(
    dependencies: RunDependencies, tenant: TenantId, run: Run
) -> RunEvaluation:
    """Evaluate what the attempts of a run have written so far.

    The evaluation has no instance if the run was never prepared because its schedule
    was deleted.

    Raises
    ------
    NotFound
        The instance is missing although the schedule exists.
    """
    files = dependencies.run_file_store.files(tenant, run.id)
    try:
        instance = files.instance()
    except NotFound:
        if _is_deleted(dependencies, tenant, run.schedule):
            return RunEvaluation()
        raise
    return evaluate_attempts(instance, files.results())


def _is_deleted(
    dependencies: RunDependencies, tenant: TenantId, schedule: ScheduleId
) -> bool:
    try:
        dependencies.store.load(tenant, SeasonSchedule, schedule)
    except NotFound:
        return True
    return False
