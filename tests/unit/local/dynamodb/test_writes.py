from collections.abc import Callable
from typing import Any

import pytest

from flextime_local.dynamodb.errors import (
    ConditionFailedError,
    RequestTokenReusedError,
    TableNotFoundError,
    TransactionCanceledError,
    UnknownOperationError,
    ValidationError,
)
from flextime_local.dynamodb.service import DynamoDb

type Call = Callable[..., dict[str, Any]]

KEY = {"pk": {"S": "a"}, "sk": {"S": "1"}}


def key(sort: str) -> dict[str, Any]:
    return KEY | {"sk": {"S": sort}}


def put(sort: str, **condition: str) -> dict[str, Any]:
    return {"Put": {"TableName": "notes", "Item": key(sort), **condition}}


IMPOSSIBLE = put("2", ConditionExpression="attribute_exists(nothing)")
BROKEN = {
    "Update": {
        "TableName": "notes",
        "Key": KEY,
        "UpdateExpression": "SET n = n + :text",
        "ExpressionAttributeValues": {":text": {"S": "x"}},
    }
}


@pytest.fixture
def stream(engine: DynamoDb) -> Callable[[], list[str]]:
    """Names of all events in the stream."""
    return lambda: [
        one["eventName"] for one in engine.streams.read("notes", 1, limit=1000)
    ]


def test_an_item_of_every_kind_is_read_as_it_was_written(call: Call) -> None:
    every_kind = {
        "text": {"S": "caf\u00e9"},
        "half a letter": {"S": "\ud83c"},
        "\ud83c": {"S": "a name of half a letter"},
        "empty": {"S": ""},
        "number": {"N": "-0.5"},
        "bytes": {"B": "AP8="},
        "yes": {"BOOL": True},
        "no": {"BOOL": False},
        "nothing": {"NULL": True},
        "texts": {"SS": ["a", "b"]},
        "numbers": {"NS": ["1", "2"]},
        "list": {"L": [{"S": "x"}, {"M": {"deep": {"L": []}}}]},
        "map": {"M": {"S": {"S": "a key like a type"}, "B": {"B": "AQ=="}}},
        "hollow": {"M": {}},
    }

    call("PutItem", Item=KEY | every_kind)

    assert call("GetItem", Key=KEY)["Item"] == KEY | every_kind


@pytest.mark.parametrize(
    ("written", "read"),
    [("1.50", "1.5"), ("007", "7"), ("1E2", "100"), ("-0", "0"), ("1e-7", "0.0000001")],
)
def test_numbers_lose_needless_zeros_as_on_aws(
    call: Call, written: str, read: str
) -> None:
    call("PutItem", Item=KEY | {"n": {"N": written}})

    assert call("GetItem", Key=KEY)["Item"]["n"] == {"N": read}


@pytest.mark.parametrize(
    "value",
    [
        {"N": "seven"},
        {"N": "1e126"},
        {"N": "1" * 39},
        {"SS": []},
        {"NS": ["1", "1.0"]},
        {"B": "not base64"},
        {"S": "x", "N": "1"},
        {"X": "x"},
        {"NULL": False},
        {"S": "x" * 410_000},
    ],
    ids=lambda value: next(iter(value)),
)
def test_values_that_aws_refuses_are_refused(
    call: Call, value: dict[str, object]
) -> None:
    with pytest.raises(ValidationError):
        call("PutItem", Item=KEY | {"value": value})

    assert call("GetItem", Key=KEY) == {}


def test_a_false_condition_changes_nothing_and_shows_the_item_if_asked(
    call: Call, stream: Callable[[], list[str]]
) -> None:
    call("PutItem", Item=KEY | {"n": {"N": "1"}})
    wanted = {
        "ConditionExpression": "n > :one",
        "ExpressionAttributeValues": {":one": {"N": "1"}},
    }

    with pytest.raises(ConditionFailedError) as plain:
        call("PutItem", Item=KEY, **wanted)
    with pytest.raises(ConditionFailedError) as with_item:
        call(
            "DeleteItem",
            Key=KEY,
            **wanted,
            ReturnValuesOnConditionCheckFailure="ALL_OLD",
        )

    assert plain.value.fields == {}
    assert with_item.value.fields == {"Item": KEY | {"n": {"N": "1"}}}
    assert stream() == ["INSERT"]


def test_a_cancelled_transaction_leaves_no_trace_in_items_or_stream(
    call: Call, stream: Callable[[], list[str]]
) -> None:
    call("PutItem", Item=KEY | {"n": {"N": "1"}})

    with pytest.raises(ValidationError, match="operand"):
        call("TransactWriteItems", TransactItems=[put("2"), BROKEN])

    assert call("GetItem", Key=key("2")) == {}
    assert call("GetItem", Key=KEY)["Item"]["n"] == {"N": "1"}
    assert stream() == ["INSERT"]


def test_a_transaction_names_the_reason_of_each_operation(call: Call) -> None:
    with pytest.raises(TransactionCanceledError) as cancelled:
        call("TransactWriteItems", TransactItems=[put("1"), IMPOSSIBLE])

    reasons = cancelled.value.fields["CancellationReasons"]
    assert [reason["Code"] for reason in reasons] == ["None", "ConditionalCheckFailed"]
    assert "[None, ConditionalCheckFailed]" in cancelled.value.message


def test_a_repeated_transaction_is_applied_once(
    call: Call, stream: Callable[[], list[str]]
) -> None:
    for _ in range(2):
        call("TransactWriteItems", TransactItems=[put("1")], ClientRequestToken="one")

    assert stream() == ["INSERT"]


def test_a_token_with_another_request_is_refused(call: Call) -> None:
    call("TransactWriteItems", TransactItems=[put("1")], ClientRequestToken="token")

    with pytest.raises(RequestTokenReusedError, match="used with another request"):
        call("TransactWriteItems", TransactItems=[put("2")], ClientRequestToken="token")


def test_the_token_of_a_cancelled_transaction_can_be_used_again(call: Call) -> None:
    with pytest.raises(TransactionCanceledError):
        call("TransactWriteItems", TransactItems=[IMPOSSIBLE], ClientRequestToken="t")
    call("PutItem", Item=key("2") | {"nothing": {"S": "is there now"}})

    call("TransactWriteItems", TransactItems=[IMPOSSIBLE], ClientRequestToken="t")


@pytest.mark.parametrize(
    "items",
    [[], [put("1"), put("1")], [{}], [{"Get": {}}], [put(str(n)) for n in range(101)]],
    ids=["none", "an item twice", "empty", "no write", "too many"],
)
def test_transactions_that_aws_refuses_are_refused(
    call: Call, items: list[dict[str, Any]]
) -> None:
    with pytest.raises(ValidationError):
        call("TransactWriteItems", TransactItems=items)


def test_an_update_that_creates_an_item_is_one_record(
    call: Call, stream: Callable[[], list[str]]
) -> None:
    call(
        "UpdateItem",
        Key=KEY,
        UpdateExpression="SET n = :one",
        ExpressionAttributeValues={":one": {"N": "1"}},
    )

    assert stream() == ["INSERT"]


def test_a_write_that_changes_nothing_is_no_record(
    call: Call, stream: Callable[[], list[str]]
) -> None:
    for _ in range(2):
        call("PutItem", Item=KEY)
    call("DeleteItem", Key=key("never there"))

    assert stream() == ["INSERT"]


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        ("NONE", {}),
        ("ALL_OLD", {**KEY, "n": {"N": "1"}, "other": {"S": "x"}}),
        ("ALL_NEW", {**KEY, "n": {"N": "2"}, "other": {"S": "x"}}),
        ("UPDATED_OLD", {"n": {"N": "1"}}),
        ("UPDATED_NEW", {"n": {"N": "2"}}),
    ],
)
def test_an_update_returns_the_attributes_that_are_asked_for(
    call: Call, wanted: str, shown: dict[str, Any]
) -> None:
    call("PutItem", Item=KEY | {"n": {"N": "1"}, "other": {"S": "x"}})

    answer = call(
        "UpdateItem",
        Key=KEY,
        UpdateExpression="SET n = :two",
        ExpressionAttributeValues={":two": {"N": "2"}},
        ReturnValues=wanted,
    )

    assert answer.get("Attributes", {}) == shown


def test_a_key_attribute_cannot_be_updated(call: Call) -> None:
    with pytest.raises(ValidationError, match="part of the key"):
        call(
            "UpdateItem",
            Key=KEY,
            UpdateExpression="SET sk = :x",
            ExpressionAttributeValues={":x": {"S": "2"}},
        )


@pytest.mark.parametrize(
    "broken",
    [{"pk": {"S": "a"}}, KEY | {"sk": {"N": "1"}}, KEY | {"sk": {"S": ""}}],
    ids=["without sort key", "of another type", "empty"],
)
def test_keys_that_do_not_fit_the_table_are_refused(
    call: Call, broken: dict[str, Any]
) -> None:
    with pytest.raises(ValidationError):
        call("PutItem", Item=broken)


def test_an_operation_that_is_not_there_and_a_table_that_is_not_are_named(
    call: Call,
) -> None:
    with pytest.raises(UnknownOperationError, match="ExecuteStatement"):
        call("ExecuteStatement")
    with pytest.raises(TableNotFoundError, match="elsewhere"):
        call("PutItem", TableName="elsewhere", Item=KEY)
