"""Runs as executions of a state machine."""

import json
from collections.abc import Iterator

import boto3
import pytest
from botocore.stub import Stubber

from flextime.adapters.step_functions import StepFunctionsWorkflow
from flextime.domain.errors import Unavailable
from flextime.domain.ids import RunId, TenantId
from in_moto import in_moto

TENANT, RUN = TenantId("big12"), RunId("0197-run")
ROLE = "arn:aws:iam::123456789012:role/states"
NOTHING = {"StartAt": "Done", "States": {"Done": {"Type": "Succeed"}}}


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with in_moto(monkeypatch):
        yield boto3.client("stepfunctions").create_state_machine(
            name="optimise", definition=json.dumps(NOTHING), roleArn=ROLE
        )["stateMachineArn"]


def test_a_run_is_one_execution_of_its_name(machine: str) -> None:
    client = boto3.client("stepfunctions")
    workflow = StepFunctionsWorkflow(client, machine)

    workflow.start(TENANT, RUN)
    workflow.start(TENANT, RUN)

    (execution,) = client.list_executions(stateMachineArn=machine)["executions"]
    assert execution["name"] == RUN
    told = client.describe_execution(executionArn=execution["executionArn"])["input"]
    assert json.loads(told) == {"tenant": TENANT, "run_id": RUN}


def test_starting_a_run_that_has_ended_has_no_effect(machine: str) -> None:
    client = boto3.client("stepfunctions")
    with Stubber(client) as answers:
        answers.add_client_error(
            "start_execution", "ExecutionAlreadyExists", http_status_code=400
        )

        StepFunctionsWorkflow(client, machine).start(TENANT, RUN)


@pytest.mark.parametrize(
    ("code", "status"), [("ThrottlingException", 400), ("InternalServerError", 500)]
)
def test_an_overloaded_service_is_unavailable(
    machine: str, code: str, status: int
) -> None:
    client = boto3.client("stepfunctions")
    with Stubber(client) as answers:
        answers.add_client_error("start_execution", code, http_status_code=status)

        with pytest.raises(Unavailable, match=code):
            StepFunctionsWorkflow(client, machine).start(TENANT, RUN)
