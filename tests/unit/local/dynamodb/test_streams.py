from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from flextime_local.dynamodb.errors import ConditionFailedError
from flextime_local.dynamodb.service import DynamoDb
from flextime_local.events.stream_reader import StreamReader
from flextime_local.persistence.database import Database

type Call = Callable[..., dict[str, Any]]

ARN = "arn:aws:dynamodb:eu-west-1:123456789012:table/notes/stream/label"


def put(call: Call, sort: str, **attributes: dict[str, str]) -> None:
    call("PutItem", Item={"pk": {"S": "a"}, "sk": {"S": sort}, **attributes})


def numbers(records: list[dict[str, Any]]) -> list[int]:
    return [int(one["dynamodb"]["SequenceNumber"]) for one in records]


def test_records_tell_what_changed_in_the_order_of_the_changes(
    engine: DynamoDb, call: Call
) -> None:
    key = {"pk": {"S": "a"}, "sk": {"S": "1"}}
    put(call, "1")
    put(call, "1", n={"N": "1"})
    call("DeleteItem", Key=key)

    records = StreamReader("test", ARN, engine.streams).read(1, 10)

    changes = [one["dynamodb"] for one in records]
    assert [one["eventName"] for one in records] == ["INSERT", "MODIFY", "REMOVE"]
    assert [one.get("OldImage") for one in changes] == [
        None,
        key,
        key | {"n": {"N": "1"}},
    ]
    assert [one.get("NewImage") for one in changes] == [
        key,
        key | {"n": {"N": "1"}},
        None,
    ]
    assert all(one["Keys"] == key for one in changes)
    assert numbers(records) == sorted(set(numbers(records)))
    assert {one["eventSourceARN"] for one in records} == {ARN}


def test_records_stay_until_every_reader_has_read_them(
    engine: DynamoDb, call: Call, database: Database
) -> None:
    engine.streams.register("notes", "slow")
    for number in range(5):
        put(call, str(number))

    engine.streams.forget_before("notes", "fast", position=5, kept=0)
    all_kept = numbers(engine.streams.read("notes", 1, 10))
    engine.streams.forget_before("notes", "slow", position=3, kept=0)

    assert all_kept == [1, 2, 3, 4, 5]
    assert numbers(engine.streams.read("notes", 1, 10)) == [3, 4, 5]
    assert database.rows("SELECT count(*) FROM item") == [(5,)]


def test_a_number_is_not_used_again_when_all_records_are_gone(
    engine: DynamoDb, call: Call
) -> None:
    put(call, "1")
    end = engine.streams.end()
    engine.streams.forget_before("notes", "reader", position=end, kept=0)

    put(call, "2")

    assert numbers(engine.streams.read("notes", 1, 10)) == [end]


def test_expired_items_are_deleted_and_their_stream_tells(
    engine: DynamoDb, call: Call
) -> None:
    table: Any = engine.tables.backend.tables["notes"]
    table.ttl |= {"TimeToLiveStatus": "ENABLED", "AttributeName": "expires_at"}
    put(call, "1", expires_at={"N": "100"})
    put(call, "2", expires_at={"N": "300"})
    put(call, "3", expires_at={"S": "no number"})

    assert engine.delete_expired(200.0) == 1

    assert call("Scan", Select="COUNT")["Count"] == 2
    last = engine.streams.read("notes", 1, 10)[-1]
    assert last["eventName"] == "REMOVE"
    assert last["dynamodb"]["OldImage"]["sk"] == {"S": "1"}


def test_of_conditional_writes_that_race_one_wins(call: Call) -> None:
    threads = 4
    together = Barrier(threads)

    def try_to_win(number: int) -> bool:
        together.wait()
        try:
            call(
                "PutItem",
                Item={"pk": {"S": "a"}, "sk": {"S": "1"}, "by": {"N": str(number)}},
                ConditionExpression="attribute_not_exists(pk)",
            )
        except ConditionFailedError:
            return False
        return True

    with ThreadPoolExecutor(threads) as pool:
        assert sum(pool.map(try_to_win, range(threads))) == 1
