from collections.abc import Callable
from typing import Any

import pytest

from flextime_local.dynamodb.errors import ValidationError
from flextime_local.dynamodb.service import DynamoDb

type Call = Callable[..., dict[str, Any]]


def sort_keys(answer: dict[str, Any]) -> list[str]:
    return [next(iter(item["sk"].values())) for item in answer["Items"]]


def query(call: Call, condition: str = "pk = :pk", **content: Any) -> dict[str, Any]:  # noqa: ANN401 - any parameter
    values = {":pk": {"S": "a"}} | content.pop("values", {})
    return call(
        "Query",
        KeyConditionExpression=condition,
        ExpressionAttributeValues=values,
        **content,
    )


@pytest.fixture
def seven(call: Call) -> Call:
    """Seven notes in one partition and one in another."""
    for number in range(7):
        item = {"pk": {"S": "a"}, "sk": {"S": str(number)}, "n": {"N": str(number % 3)}}
        call("PutItem", Item=item)
    call("PutItem", Item={"pk": {"S": "b"}, "sk": {"S": "9"}})
    return call


@pytest.mark.parametrize("is_forward", [True, False])
def test_pages_together_hold_every_item_once_in_order(
    seven: Call, *, is_forward: bool
) -> None:
    found: list[str] = []
    start: dict[str, Any] = {}
    while True:
        page = query(seven, Limit=3, ScanIndexForward=is_forward, **start)
        found += sort_keys(page)
        if "LastEvaluatedKey" not in page:
            break
        start = {"ExclusiveStartKey": page["LastEvaluatedKey"]}

    assert found == list("0123456" if is_forward else "6543210")


def test_a_full_page_has_a_last_key_though_nothing_follows(seven: Call) -> None:
    full = query(seven, Limit=7)

    assert full["LastEvaluatedKey"] == {"pk": {"S": "a"}, "sk": {"S": "6"}}
    rest = query(seven, ExclusiveStartKey=full["LastEvaluatedKey"])
    assert rest == {"Count": 0, "ScannedCount": 0, "Items": []}


def test_a_page_ends_after_a_megabyte(call: Call) -> None:
    for number in range(5):
        item = {
            "pk": {"S": "a"},
            "sk": {"S": str(number)},
            "text": {"S": "x" * 300_000},
        }
        call("PutItem", Item=item)

    first = query(call)
    second = query(call, ExclusiveStartKey=first["LastEvaluatedKey"])

    assert sort_keys(first) == ["0", "1", "2", "3"]
    assert sort_keys(second) == ["4"]
    assert "LastEvaluatedKey" not in second


@pytest.mark.parametrize(
    ("condition", "values", "found"),
    [
        ("sk = :x", {":x": {"S": "3"}}, "3"),
        ("sk < :x", {":x": {"S": "3"}}, "012"),
        ("sk >= :x", {":x": {"S": "3"}}, "3456"),
        ("sk BETWEEN :x AND :y", {":x": {"S": "2"}, ":y": {"S": "4"}}, "234"),
        ("begins_with(sk, :x)", {":x": {"S": "5"}}, "5"),
    ],
)
def test_a_range_of_sort_keys_is_found(
    seven: Call, condition: str, values: dict[str, Any], found: str
) -> None:
    answer = query(seven, f"{condition} AND pk = :pk", values=values)

    assert sort_keys(answer) == list(found)


def test_a_beginning_of_any_letters_is_found(call: Call) -> None:
    names = ["a", "a\u007f", "a\uffff", "a\U0010ffff", "b"]
    for name in names:
        call("PutItem", Item={"pk": {"S": "a"}, "sk": {"S": name}})

    answer = query(call, "pk = :pk AND begins_with(sk, :a)", values={":a": {"S": "a"}})

    assert sort_keys(answer) == names[:4]


def test_a_filter_leaves_items_out_after_they_are_counted(seven: Call) -> None:
    answer = query(seven, FilterExpression="n = :n", values={":n": {"N": "0"}}, Limit=4)

    assert sort_keys(answer) == ["0", "3"]
    assert (answer["Count"], answer["ScannedCount"]) == (2, 4)


def test_a_projection_and_a_count_leave_out_the_rest(seven: Call) -> None:
    assert query(seven, Select="COUNT") == {"Count": 7, "ScannedCount": 7}
    (item,) = query(seven, ProjectionExpression="n", Limit=1)["Items"]
    assert item == {"n": {"N": "0"}}


def test_a_scan_returns_the_items_of_all_partitions_once(seven: Call) -> None:
    found: list[str] = []
    start: dict[str, Any] = {}
    while True:
        page = seven("Scan", Limit=3, **start)
        found += sort_keys(page)
        if "LastEvaluatedKey" not in page:
            break
        start = {"ExclusiveStartKey": page["LastEvaluatedKey"]}

    assert sorted(found) == list("01234569")


NUMBERS = ["-1000", "-12", "-1.5", "-0.001", "0", "0.001", "0.5", "9", "10", "1000"]
TEXTS = ["A", "Z", "a", "ab", "b", "\u00e9", "\uffff", "\U0001f3c0"]
BYTES = ["AA==", "AAA=", "AQ==", "fw==", "gA==", "/w=="]


@pytest.mark.parametrize(
    ("table", "kind", "in_order"),
    [
        ("by number", "N", NUMBERS),
        ("notes", "S", TEXTS),
        ("by bytes", "B", BYTES),
    ],
)
def test_sort_keys_are_in_the_order_of_dynamodb(
    engine: DynamoDb, table: str, kind: str, in_order: list[str]
) -> None:
    for value in reversed(in_order):
        item = {"pk": {"S": "a"}, "sk": {kind: value}}
        engine.call("PutItem", {"TableName": table, "Item": item})

    answer = engine.call(
        "Query",
        {
            "TableName": table,
            "KeyConditionExpression": "pk = :pk",
            "ExpressionAttributeValues": {":pk": {"S": "a"}},
        },
    )

    assert sort_keys(answer) == in_order


@pytest.mark.parametrize(
    ("condition", "values"),
    [
        ("sk = :x", {":x": {"S": "1"}}),
        ("pk > :pk", {}),
        ("pk = :pk AND n = :x", {":x": {"N": "1"}}),
        ("pk = :pk AND sk = :x", {":x": {"N": "1"}}),
        ("pk = :pk OR sk = :x", {":x": {"S": "1"}}),
    ],
)
def test_key_conditions_that_aws_refuses_are_refused(
    call: Call, condition: str, values: dict[str, Any]
) -> None:
    with pytest.raises(ValidationError):
        query(call, condition, values=values)


def test_an_index_that_is_not_there_is_named(call: Call) -> None:
    with pytest.raises(ValidationError, match="by-owner"):
        query(call, IndexName="by-owner")
