"""Undeliverable messages go to a dead-letter queue with an alarm."""

from typing import Any

import pytest

from contract.templates import Resource, functions, resources

QUEUES = {queue.name: queue for queue in resources("::SQS::Queue")}
KEPT = {
    queue.properties["RedrivePolicy"]["deadLetterTargetArn"]["Fn::GetAtt"][0]
    for queue in QUEUES.values()
    if "RedrivePolicy" in queue.properties
} | {"UnpublishedEvents"}

type Source = tuple[Resource, dict[str, Any]]


def sources(kind: str) -> list[Source]:
    return [
        (function, event["Properties"])
        for function in functions()
        for event in function.properties.get("Events", {}).values()
        if event["Type"] == kind
    ]


def output_of(nested: dict[str, Any]) -> str:
    """Name of the resource behind `!GetAtt Events.Outputs.<name>Arn`."""
    stack, output = nested["Fn::GetAtt"]
    assert stack == "Events"
    name: str = output.removeprefix("Outputs.").removesuffix("Arn")
    return name


def test_functions_have_only_triggers_that_these_tests_cover() -> None:
    kinds = {
        event["Type"]
        for function in functions()
        for event in function.properties.get("Events", {}).values()
    }

    # Another kind may be asynchronous: then it needs an EventInvokeConfig and a test.
    assert kinds == {"HttpApi", "DynamoDB", "SQS"}


def test_a_stream_consumer_has_a_dead_letter_queue() -> None:
    for function, stream in sources("DynamoDB"):
        destination = stream["DestinationConfig"]["OnFailure"]["Destination"]
        assert output_of(destination) in KEPT, function
        assert stream["MaximumRetryAttempts"] > 0, function
        assert stream["FunctionResponseTypes"] == ["ReportBatchItemFailures"], function


def test_a_queue_consumer_fails_one_message_not_the_batch() -> None:
    for function, source in sources("SQS"):
        queue = QUEUES[output_of(source["Queue"])]
        assert queue.properties["RedrivePolicy"]["maxReceiveCount"] >= 3, queue
        assert source["FunctionResponseTypes"] == ["ReportBatchItemFailures"], function


def test_a_message_stays_hidden_while_its_function_may_still_work() -> None:
    for function, source in sources("SQS"):
        queue = QUEUES[output_of(source["Queue"])].properties
        timeout_s = function.properties.get("Timeout", 30)
        assert queue["VisibilityTimeout"] >= 6 * timeout_s, function


@pytest.mark.parametrize("rule", resources("::Events::Rule"), ids=str)
def test_a_rule_has_a_dead_letter_queue(rule: Resource) -> None:
    for target in rule.properties["Targets"]:
        assert target["DeadLetterConfig"]["Arn"]["Fn::GetAtt"][0] in KEPT


@pytest.mark.parametrize("name", sorted(KEPT))
def test_every_dead_letter_queue_has_an_alarm_and_two_weeks_of_retention(
    name: str,
) -> None:
    watched = {
        dimension["Value"]["Ref"].removesuffix("Name")
        for alarm in resources("::Alarm")
        if alarm.properties["MetricName"] == "ApproximateNumberOfMessagesVisible"
        for dimension in alarm.properties["Dimensions"]
    }

    assert name in watched
    assert QUEUES[name].properties["MessageRetentionPeriod"] == 14 * 24 * 3600


def test_failed_executions_and_api_errors_have_alarms() -> None:
    metrics = {alarm.properties["MetricName"] for alarm in resources("::Alarm")}

    assert metrics >= {"ExecutionsFailed", "ExecutionsTimedOut", "5xx"}
