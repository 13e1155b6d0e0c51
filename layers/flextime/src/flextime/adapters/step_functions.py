"""Runs as executions of a Step Functions state machine."""

import json
from typing import TYPE_CHECKING

from flextime.adapters.aws_errors import translate_errors
from flextime.domain.ids import RunId, TenantId

if TYPE_CHECKING:
    from mypy_boto3_stepfunctions import SFNClient


class StepFunctionsWorkflow:
    """A `Workflow` that names each execution after its run, so a run has at most one.

    Parameters
    ----------
    client
        The Step Functions client of boto3.
    state_machine_arn
        The state machine of `statemachines/optimise_schedule.asl.json`.
    """

    def __init__(self, client: "SFNClient", state_machine_arn: str) -> None:
        self._client = client
        self._state_machine_arn = state_machine_arn

    def start(self, tenant: TenantId, run: RunId) -> None:
        """Start the execution of a run unless it was started before.

        Raises
        ------
        Unavailable
            Step Functions cannot be reached.
        """
        try:
            with translate_errors("Step Functions"):
                self._client.start_execution(
                    stateMachineArn=self._state_machine_arn,
                    name=run,
                    input=json.dumps({"tenant": tenant, "run_id": run}),
                )
        except self._client.exceptions.ExecutionAlreadyExists:
            # The execution of an earlier start has ended already.
            return
