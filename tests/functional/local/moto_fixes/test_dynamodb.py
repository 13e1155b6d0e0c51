import json
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier, BrokenBarrierError
from typing import Any

import pytest
from moto.core.serialize import BaseJSONSerializer
from moto.dynamodb.exceptions import TransactionCanceledException
from moto.dynamodb.models.dynamo_type import DynamoType
from moto.dynamodb.responses import DynamoHandler
from werkzeug.test import Client

from flextime_local.any_types import Untyped
from flextime_local.aws_endpoint.dispatcher import Dispatcher
from flextime_local.aws_endpoint.message import Request
from flextime_local.moto_fixes.dynamodb.attribute_values import ATTRIBUTE_VALUES
from flextime_local.moto_fixes.dynamodb.expiry import delete_expired
from flextime_local.moto_fixes.dynamodb.one_at_a_time import ONE_AT_A_TIME
from flextime_local.moto_fixes.dynamodb.one_record_per_write import (
    ONE_RECORD_PER_WRITE,
)
from flextime_local.moto_fixes.dynamodb.paging import PAGING
from flextime_local.moto_fixes.dynamodb.request_tokens import REQUEST_TOKENS
from flextime_local.moto_fixes.dynamodb.transactions import TRANSACTIONS
from flextime_local.names import ACCOUNT_ID
from functional.local.fixtures import Without

pytestmark = pytest.mark.usefixtures("table")

KEY = {"pk": {"S": "a"}, "sk": {"S": "1"}}


def put(key: str, **condition: str) -> dict[str, Any]:
    item = {"pk": {"S": "a"}, "sk": {"S": key}}
    return {"Put": {"TableName": "notes", "Item": item, **condition}}


IMPOSSIBLE = put("2", ConditionExpression="attribute_exists(nothing)")


def handler(content: dict[str, Any], action: str) -> DynamoHandler:
    made = DynamoHandler()
    made.current_account, made.region = ACCOUNT_ID, "eu-west-1"
    made.params = content  # as its dispatch sets them
    made.body = content
    made._get_action = lambda: action  # type: ignore[method-assign]  # noqa: SLF001 - the operation without its parsing
    return made


def test_a_cancelled_transaction_leaves_the_writes_of_others(
    without: Without, backend: Untyped, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another request writes while the transaction is under way."""

    def kept_other_write() -> bool:
        original = backend.get_item
        backend.put_item("notes", KEY)
        backend.delete_item("notes", {"pk": {"S": "b"}, "sk": {"S": "1"}})

        def interrupted(*arguments: Untyped) -> Untyped:
            backend.tables["notes"].put_item({"pk": {"S": "b"}, "sk": {"S": "1"}})
            return original(*arguments)

        monkeypatch.setattr(backend, "get_item", interrupted)
        if TRANSACTIONS.is_applied:
            interrupted("notes", KEY)
        with pytest.raises(TransactionCanceledException):
            backend.transact_write_items([IMPOSSIBLE])
        monkeypatch.undo()
        return original("notes", {"pk": {"S": "b"}, "sk": {"S": "1"}}) is not None

    assert kept_other_write()
    with without(TRANSACTIONS):
        assert not kept_other_write()


def test_a_cancelled_transaction_leaves_no_trace_in_items_or_stream(
    backend: Untyped, table: Untyped
) -> None:
    backend.put_item("notes", KEY | {"n": {"N": "1"}})
    before = len(table.stream_shard.items)
    broken = {
        "Update": {
            "TableName": "notes",
            "Key": KEY,
            "UpdateExpression": "SET n = n + :text",
            "ExpressionAttributeValues": {":text": {"S": "x"}},
        }
    }

    with pytest.raises(Exception, match="operand"):
        backend.transact_write_items([put("2"), broken])

    assert backend.get_item("notes", KEY | {"sk": {"S": "2"}}) is None
    assert backend.get_item("notes", KEY).attrs["n"].value == "1"
    assert len(table.stream_shard.items) == before


def test_a_transaction_names_the_reason_of_each_operation(backend: Untyped) -> None:
    with pytest.raises(TransactionCanceledException) as cancelled:
        backend.transact_write_items([put("1"), IMPOSSIBLE])

    reasons = json.loads(cancelled.value.description)["CancellationReasons"]
    assert [reason["Code"] for reason in reasons] == ["None", "ConditionalCheckFailed"]


def test_a_repeated_transaction_is_applied_once(
    without: Without, table: Untyped
) -> None:
    def stream_length_after_two(token: str) -> int:
        before = len(table.stream_shard.items)
        content = {"TransactItems": [put("1")], "ClientRequestToken": token}
        for _ in range(2):
            handler(content, "TransactWriteItems").transact_write_items()
        return len(table.stream_shard.items) - before

    assert stream_length_after_two("one") == 1
    with without(REQUEST_TOKENS):
        assert stream_length_after_two("two") == 2


def test_a_token_with_another_request_is_refused() -> None:
    content = {"TransactItems": [put("1")], "ClientRequestToken": "token"}
    handler(content, "TransactWriteItems").transact_write_items()

    with pytest.raises(Exception, match="used with another request"):
        handler(
            content | {"TransactItems": [put("2")]}, "TransactWriteItems"
        ).transact_write_items()


def last_key_of_full_page(backend: Untyped) -> object:
    _, _, last_key = backend.query(
        "notes",
        {"S": "a"},
        None,
        [],
        1,
        None,
        scan_index_forward=True,
        projection_expressions=None,
    )
    return last_key


def test_a_full_page_has_a_last_key_though_nothing_follows(
    without: Without, backend: Untyped
) -> None:
    backend.put_item("notes", KEY)

    assert last_key_of_full_page(backend) is not None
    with without(PAGING):
        assert last_key_of_full_page(backend) is None


def test_pages_together_hold_every_item_once_in_order(backend: Untyped) -> None:
    for number in range(7):
        backend.put_item("notes", {"pk": {"S": "a"}, "sk": {"S": str(number)}})
    backend.put_item("notes", {"pk": {"S": "b"}, "sk": {"S": "9"}})

    found, start = [], None
    while True:
        items, _, start = backend.query(
            "notes",
            {"S": "a"},
            None,
            [],
            3,
            start,
            scan_index_forward=True,
            projection_expressions=None,
        )
        found += [item.range_key.value for item in items]
        if start is None:
            break
        start = {name: value.to_json() for name, value in start.items()}

    assert found == list("0123456")


def records_of_upsert(backend: Untyped, table: Untyped, key: str) -> list[str]:
    before = len(table.stream_shard.items)
    backend.update_item(
        "notes", KEY | {"sk": {"S": key}}, "SET n = :one", {}, {":one": {"N": "1"}}
    )
    return [one.record["eventName"] for one in table.stream_shard.items[before:]]


def test_an_update_that_creates_an_item_is_one_record(
    without: Without, backend: Untyped, table: Untyped
) -> None:
    assert records_of_upsert(backend, table, "1") == ["INSERT"]
    numbers = [
        int(one.record["dynamodb"]["SequenceNumber"])
        for one in table.stream_shard.items
    ]
    assert numbers == [table.stream_shard.starting_sequence_number]
    with without(ONE_RECORD_PER_WRITE):
        assert records_of_upsert(backend, table, "2") == ["INSERT", "INSERT"]


class EveryRequest:
    """Lets every request in."""

    def check(self, request: Request) -> None: ...


def ask(operation: str, content: dict[str, Any]) -> Any:  # noqa: ANN401 - an answer
    endpoint = Client(Dispatcher({}, EveryRequest(), make_durable=lambda _: None))
    headers = {
        "X-Amz-Target": f"DynamoDB_20120810.{operation}",
        "Content-Type": "application/x-amz-json-1.0",
        "Authorization": "AWS4-HMAC-SHA256 Credential=a/20260101/eu-west-1/dynamodb"
        "/aws4_request, SignedHeaders=host, Signature=0",
    }
    return endpoint.post("/", headers=headers, json=content)


EVERY_KIND = {
    "text": {"S": "caf\u00e9"},
    "empty": {"S": ""},
    "number": {"N": "1.50"},
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


def test_items_of_every_kind_are_written_as_moto_writes_them(
    without: Without, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask("PutItem", {"TableName": "notes", "Item": KEY | EVERY_KIND})
    looked_up = 0
    original = BaseJSONSerializer.get_value

    def counted(*arguments: Untyped) -> Untyped:
        nonlocal looked_up
        looked_up += 1
        return original(*arguments)

    monkeypatch.setattr(BaseJSONSerializer, "get_value", counted)
    get = {"TableName": "notes", "Key": KEY}

    fixed = json.loads(ask("GetItem", get).data)
    looked_up_with_fix, looked_up = looked_up, 0
    with without(ATTRIBUTE_VALUES):
        moto = json.loads(ask("GetItem", get).data)

    assert fixed == moto
    assert {name: fixed["Item"][name] for name in EVERY_KIND} == EVERY_KIND
    assert looked_up > 10 * looked_up_with_fix


def winners_of_a_race(key: str) -> int:
    content = {
        "TableName": "notes",
        "Item": KEY | {"sk": {"S": key}},
        "ConditionExpression": "attribute_not_exists(pk)",
    }

    def try_to_win(_: int) -> bool:
        return bool(ask("PutItem", content).status_code == 200)

    with ThreadPoolExecutor(2) as threads:
        return sum(threads.map(try_to_win, range(2)))


def test_of_conditional_writes_that_race_one_wins(
    without: Without, table: Untyped, monkeypatch: pytest.MonkeyPatch
) -> None:
    get_item = table.get_item

    def let_both_look(patience_s: float) -> None:
        """Between check and change, wait for the other to have checked too."""
        both = Barrier(2)

        def look_together(*arguments: Untyped) -> Untyped:
            found = get_item(*arguments)
            with suppress(BrokenBarrierError):
                both.wait(patience_s)
            return found

        monkeypatch.setattr(table, "get_item", look_together)

    let_both_look(patience_s=0.2)  # nobody comes: the other must not look yet
    assert winners_of_a_race("fixed") == 1
    let_both_look(patience_s=30)
    with without(ONE_AT_A_TIME):
        assert winners_of_a_race("as moto does") == 2


def test_expired_items_are_deleted_and_their_stream_tells(
    backend: Untyped, table: Untyped
) -> None:
    table.ttl |= {"TimeToLiveStatus": "ENABLED", "AttributeName": "expires_at"}
    backend.put_item("notes", KEY | {"expires_at": {"N": "100"}})
    backend.put_item("notes", KEY | {"sk": {"S": "2"}, "expires_at": {"N": "300"}})

    assert delete_expired(backend, 200.0) == 1

    assert table.get_item(DynamoType(KEY["pk"]), DynamoType(KEY["sk"])) is None
    assert table.stream_shard.items[-1].record["eventName"] == "REMOVE"
