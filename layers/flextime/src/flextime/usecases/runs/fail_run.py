"""Last step of a run that failed: record the error and the best schedule."""

import logging

from flextime.domain.errors import FlexTimeError, Unavailable
from flextime.domain.ids import RunId, TenantId
from flextime.domain.runs.evaluation import RunEvaluation
from flextime.domain.runs.run import Run, RunStatus
from flextime.usecases.runs.choose_schedule import evaluate_run
from flextime.usecases.runs.dependencies import RunDependencies
from flextime.usecases.runs.finish_run import FinalState, finish_run

_LOG = logging.getLogger(__name__)


def fail_run(
    dependencies: RunDependencies, tenant: TenantId, run_id: RunId, error: str
) -> RunStatus:
    """End a run as failed; repeating this step has no effect.

    Parameters
    ----------
    error
        A sentence for users.

    Raises
    ------
    NotFound
        The run does not exist.
    Unavailable
        The store cannot be reached.
    """
    evaluation = _evaluation(dependencies, tenant, run_id)
    final_state = FinalState(
        status=RunStatus.FAILED,
        evaluation=evaluation,
        chosen=evaluation.best,
        error=error,
    )
    try:
        return finish_run(dependencies, tenant, run_id, final_state)
    except Unavailable:
        # The run may have failed because revisions cannot be written.
        _LOG.exception("run %s fails without recording its best schedule", run_id)
        without_schedule = FinalState(
            status=RunStatus.FAILED, evaluation=RunEvaluation(), error=error
        )
        return finish_run(dependencies, tenant, run_id, without_schedule)


def _evaluation(
    dependencies: RunDependencies, tenant: TenantId, run_id: RunId
) -> RunEvaluation:
    """Evaluate the attempts; empty if their files are what cannot be read."""
    run = dependencies.store.load(tenant, Run, run_id).value
    try:
        return evaluate_run(dependencies, tenant, run)
    except (FlexTimeError, ValueError):
        _LOG.exception("the files of run %s cannot be read", run_id)
        return RunEvaluation()
