"""Last step of a run that went wrong: say so, and keep the best it had."""

import logging

from flextime.domain.errors import FlexTimeError, Unavailable
from flextime.domain.ids import RunId, TenantId
from flextime.domain.runs.evaluation import RunEvaluation
from flextime.domain.runs.run import Run, RunStatus
from flextime.usecases.runs.choose_schedule import run_evaluation
from flextime.usecases.runs.dependencies import RunDependencies
from flextime.usecases.runs.finish_run import FinalState, finish_run

_LOG = logging.getLogger(__name__)


def fail_run(
    dependencies: RunDependencies, tenant: TenantId, run_id: RunId, error: str
) -> RunStatus:
    """End a run as failed; `error` is for people. To repeat this changes nothing."""
    evaluation = _readable(dependencies, tenant, run_id)
    ending = FinalState(
        status=RunStatus.FAILED,
        evaluation=evaluation,
        chosen=evaluation.best,
        error=error,
    )
    try:
        return finish_run(dependencies, tenant, run_id, ending)
    except Unavailable:
        # The fault that ended the run may be that revisions cannot be written.
        _LOG.exception("run %s fails without dependencies what it had", run_id)
        alone = FinalState(
            status=RunStatus.FAILED, evaluation=RunEvaluation(), error=error
        )
        return finish_run(dependencies, tenant, run_id, alone)


def _readable(
    dependencies: RunDependencies, tenant: TenantId, run_id: RunId
) -> RunEvaluation:
    """What the attempts left, or nothing where reading it is what goes wrong."""
    run = dependencies.store.load(tenant, Run, run_id).value
    try:
        return run_evaluation(dependencies, tenant, run)
    except (FlexTimeError, ValueError):
        _LOG.exception("what run %s left cannot be read", run_id)
        return RunEvaluation()
