"""Second step of a run, after its attempts: which schedule is the best."""

from flextime.domain.errors import AllAttemptsFailed, NotFound
from flextime.domain.ids import RunId, ScheduleId, TenantId
from flextime.domain.runs.evaluation import RunEvaluation, evaluate_attempts
from flextime.domain.runs.run import Run, RunStatus
from flextime.domain.schedules.season_schedule import SeasonSchedule
from flextime.usecases.runs.dependencies import RunDependencies, files_of
from flextime.usecases.runs.transitions import advance_to


def choose_schedule(
    dependencies: RunDependencies, tenant: TenantId, run_id: RunId
) -> RunEvaluation:
    """Judge what the attempts of a run left.

    Raises
    ------
    AllAttemptsFailed
        When that is nothing at all, although nobody stopped the run.
    """
    run = advance_to(dependencies, tenant, run_id, RunStatus.RECORDING)
    evaluation = run_evaluation(dependencies, tenant, run)
    stopped = run.status.is_final or run.cancel_requested
    if evaluation.instance and evaluation.no_results and not stopped:
        told = "; ".join(
            f"attempt {each.attempt}: {each.reason}" for each in evaluation.rejections
        )
        raise AllAttemptsFailed(
            told or "every attempt crashed before it found a schedule"
        )
    return evaluation


def run_evaluation(
    dependencies: RunDependencies, tenant: TenantId, run: Run
) -> RunEvaluation:
    """Without an instance when the run was never prepared: its schedule was gone.

    Raises
    ------
    NotFound
        The instance is gone although the schedule is there.
    """
    files = files_of(dependencies, tenant, run.id)
    try:
        instance = files.instance()
    except NotFound:
        if _is_gone(dependencies, tenant, run.schedule):
            return RunEvaluation()
        raise
    return evaluate_attempts(instance, files.results())


def _is_gone(
    dependencies: RunDependencies, tenant: TenantId, schedule: ScheduleId
) -> bool:
    try:
        dependencies.store.load(tenant, SeasonSchedule, schedule)
    except NotFound:
        return True
    return False
