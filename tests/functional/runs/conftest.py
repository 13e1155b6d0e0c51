"""The Lambda functions of runs on moto, with the variables of the template."""

from collections.abc import Iterator

import boto3
import pytest

from flextime.bootstrap import Application, get_application
from in_moto import in_moto
from lambdas import LambdaContext

DEFINITION = '{"StartAt": "Done", "States": {"Done": {"Type": "Succeed"}}}'
ROLE = "arn:aws:iam::123456789012:role/states"
SENDER = "flextime@example.org"
NAMES = {
    "TABLE_NAME": "flextime-test",
    "BUCKET_NAME": "flextime-test",
    "EVENT_BUS_NAME": "flextime-test",
    "SENDER_EMAIL": SENDER,
    "DASHBOARD_URL": "https://flextime.example",
}


@pytest.fixture
def context() -> LambdaContext:
    return LambdaContext()


@pytest.fixture
def application(monkeypatch: pytest.MonkeyPatch) -> Iterator[Application]:
    """The application of the handlers, described by the environment."""
    for name, value in NAMES.items():
        monkeypatch.setenv(name, value)
    with in_moto(monkeypatch):
        boto3.client("s3").create_bucket(Bucket=NAMES["BUCKET_NAME"])
        boto3.client("events").create_event_bus(Name=NAMES["EVENT_BUS_NAME"])
        boto3.client("sesv2").create_email_identity(EmailIdentity=SENDER)
        _create_table()
        queue = boto3.client("sqs").create_queue(QueueName="unpublished")
        monkeypatch.setenv("UNPUBLISHED_EVENTS_URL", queue["QueueUrl"])
        machine = boto3.client("stepfunctions").create_state_machine(
            name="optimise-schedule", definition=DEFINITION, roleArn=ROLE
        )
        monkeypatch.setenv("STATE_MACHINE_ARN", machine["stateMachineArn"])
        get_application.cache_clear()
        yield get_application()
        get_application.cache_clear()


def _create_table() -> None:
    boto3.client("dynamodb").create_table(
        TableName=NAMES["TABLE_NAME"],
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[
            {"AttributeName": "pk", "AttributeType": "S"},
            {"AttributeName": "sk", "AttributeType": "S"},
        ],
        KeySchema=[
            {"AttributeName": "pk", "KeyType": "HASH"},
            {"AttributeName": "sk", "KeyType": "RANGE"},
        ],
        StreamSpecification={
            "StreamEnabled": True,
            "StreamViewType": "NEW_AND_OLD_IMAGES",
        },
    )
