"""What targets get of an event, and what functions say about a batch."""

import json
from typing import Any

import pytest

from flextime_local.events.batch_response import failed_identifiers
from flextime_local.events.filter_criteria import FilterCriteria
from flextime_local.events.target_input import target_input
from flextime_local.lambda_runner.process import Response

EVENT = {"source": "room", "detail": {"who": 'a "b"', "count": 2, "tags": ["x"]}}


@pytest.mark.parametrize(
    ("target", "text"),
    [
        ({}, json.dumps(EVENT)),
        ({"Input": '{"constant": true}'}, '{"constant": true}'),
        ({"InputPath": "$.detail.count"}, "2"),
        ({"InputPath": "$.nowhere"}, "null"),
        (
            {
                "InputTransformer": {
                    "InputPathsMap": {"who": "$.detail.who", "n": "$.detail.count"},
                    "InputTemplate": '{"text": "<who> wrote <n>", "n": <n>}',
                }
            },
            '{"text": "a \\"b\\" wrote 2", "n": 2}',
        ),
        (
            {
                "InputTransformer": {
                    "InputPathsMap": {"tags": "$.detail.tags", "no": "$.none"},
                    "InputTemplate": '{"tags": <tags>, "none": "<no>", "it": <odd>}',
                }
            },
            '{"tags": ["x"], "none": "", "it": <odd>}',
        ),
    ],
)
def test_a_target_gets_what_it_asks_for(target: dict[str, Any], text: str) -> None:
    assert target_input(target, EVENT) == text


REPORTING = {"FunctionResponseTypes": ["ReportBatchItemFailures"]}


@pytest.mark.parametrize(
    ("payload", "failed"),
    [
        ("null", set()),
        ("{}", set()),
        ('{"batchItemFailures": []}', set()),
        ('{"batchItemFailures": null}', set()),
        ('{"batchItemFailures": [{"itemIdentifier": "2"}]}', {"2"}),
        # nonsense counts as a failure of the whole batch
        ('{"batchItemFailures": [{"itemIdentifier": "9"}]}', {"1", "2"}),
        ('{"batchItemFailures": [{"itemIdentifier": ""}]}', {"1", "2"}),
        ('{"batchItemFailures": ["2"]}', {"1", "2"}),
        ('{"batchItemFailures": [{}]}', {"1", "2"}),
        ('"a text"', {"1", "2"}),
    ],
)
def test_a_function_names_the_records_that_failed(
    payload: str, failed: set[str]
) -> None:
    response = Response(payload, is_error=False)

    assert failed_identifiers(response, REPORTING, ["1", "2"]) == failed


def test_an_error_fails_the_whole_batch_and_silence_fails_none() -> None:
    assert failed_identifiers(Response("{}", is_error=True), REPORTING, ["1"]) == {"1"}
    unasked = Response(
        '{"batchItemFailures": [{"itemIdentifier": "1"}]}', is_error=False
    )
    assert failed_identifiers(unasked, {}, ["1"]) == set()


def test_filters_look_at_records_and_at_the_bodies_of_messages() -> None:
    criteria = FilterCriteria.of(
        {"FilterCriteria": {"Filters": [{"Pattern": '{"body": {"kind": ["a"]}}'}]}}
    )

    assert criteria.lets_message_through({"body": '{"kind": "a"}'})
    assert not criteria.lets_message_through({"body": '{"kind": "b"}'})
    assert not criteria.lets_message_through({"body": "no JSON"})
    assert FilterCriteria.of({}).lets_message_through({"body": "no JSON"})
