"""Runs are executions of a Step Functions state machine."""

import json
from typing import TYPE_CHECKING

from flextime.adapters.aws_errors import translate_errors
from flextime.domain.ids import RunId, TenantId

if TYPE_CHECKING:
    from mypy_boto3_stepfunctions import SFNClient


class StepFunctionsWorkflow:
    """An execution has its run's id as its name, so a run has at most one."""

    def __init__(self, client: "SFNClient", state_machine_arn: str) -> None:
        self._client = client
        self._state_machine_arn = state_machine_arn

    def start(self, tenant: TenantId, run: RunId) -> None:
        try:
            with translate_errors("Step Functions"):
                self._client.start_execution(
                    stateMachineArn=self._state_machine_arn,
                    name=run,
                    input=json.dumps({"tenant": tenant, "run_id": run}),
                )
        except self._client.exceptions.ExecutionAlreadyExists:
            # Somebody started it before, and it is over by now: once is what we want.
            return
