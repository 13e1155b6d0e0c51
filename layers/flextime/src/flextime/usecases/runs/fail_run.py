"""Last step of a run that went wrong: say so, and keep the best it had."""

import logging

from flextime.domain.errors import FlexTimeError, Unavailable
from flextime.domain.ids import RunId, TenantId
from flextime.domain.runs.evaluation import RunEvaluation
from flextime.domain.runs.run import Run, RunStatus
from flextime.usecases.runs.choose_schedule import judgement_of
from flextime.usecases.runs.dependencies import RunParts
from flextime.usecases.runs.end_run import Ending, end_run

_LOG = logging.getLogger(__name__)


def fail_run(parts: RunParts, tenant: TenantId, run_id: RunId, error: str) -> RunStatus:
    """End a run as failed; `error` is for people. To repeat this changes nothing."""
    judgement = _readable(parts, tenant, run_id)
    ending = Ending(
        status=RunStatus.FAILED,
        judgement=judgement,
        chosen=judgement.best,
        error=error,
    )
    try:
        return end_run(parts, tenant, run_id, ending)
    except Unavailable:
        # The fault that ended the run may be that revisions cannot be written.
        _LOG.exception("run %s fails without keeping what it had", run_id)
        alone = Ending(status=RunStatus.FAILED, judgement=RunEvaluation(), error=error)
        return end_run(parts, tenant, run_id, alone)


def _readable(parts: RunParts, tenant: TenantId, run_id: RunId) -> RunEvaluation:
    """What the attempts left, or nothing where reading it is what goes wrong."""
    run = parts.store.load(tenant, Run, run_id).value
    try:
        return judgement_of(parts, tenant, run)
    except (FlexTimeError, ValueError):
        _LOG.exception("what run %s left cannot be read", run_id)
        return RunEvaluation()
