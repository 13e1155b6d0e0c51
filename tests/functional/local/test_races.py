"""Threads at the endpoint at once: no acknowledged write is lost, one winner each."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from botocore.exceptions import ClientError

from flextime_local.running_stack import RunningStack
from functional.local.fixtures import Client

THREADS = 6
LOST = {"ConditionalCheckFailedException", "TransactionCanceledException"}


def race[T](run: Callable[[int], T]) -> list[T]:
    with ThreadPoolExecutor(THREADS) as threads:
        return list(threads.map(run, range(THREADS)))


def key(sort: str) -> dict[str, dict[str, str]]:
    return {"pk": {"S": "race"}, "sk": {"S": sort}}


def is_done(call: Callable[..., object], **arguments: object) -> bool:
    try:
        call(**arguments)
    except ClientError as error:
        if error.response["Error"]["Code"] in LOST:
            return False
        raise
    return True


def test_one_thread_creates_an_item(running: RunningStack, client: Client) -> None:
    table, dynamodb = running.outputs["TableName"], client("dynamodb")

    def create(number: int, _thread: int) -> bool:
        return is_done(
            dynamodb.put_item,
            TableName=table,
            Item=key(f"create-{number}"),
            ConditionExpression="attribute_not_exists(pk)",
        )

    for number in range(5):
        assert sum(race(partial(create, number))) == 1


def test_versions_are_taken_by_one_transaction_each(
    running: RunningStack, client: Client
) -> None:
    table, dynamodb = running.outputs["TableName"], client("dynamodb")
    version = {**key("version"), "n": {"N": "0"}}
    dynamodb.put_item(TableName=table, Item=version)

    def take(number: int, thread: int) -> bool:
        update = {
            "TableName": table,
            "Key": key("version"),
            "UpdateExpression": "SET n = :next",
            "ConditionExpression": "n = :number",
            "ExpressionAttributeValues": {
                ":number": {"N": str(number)},
                ":next": {"N": str(number + 1)},
            },
        }
        put = {"TableName": table, "Item": key(f"revision-{number}-{thread}")}
        return is_done(
            dynamodb.transact_write_items,
            TransactItems=[{"Put": put}, {"Update": update}],
        )

    for number in range(5):
        assert sum(race(partial(take, number))) == 1

    revisions = dynamodb.query(
        TableName=table,
        KeyConditionExpression="pk = :pk AND begins_with(sk, :revision)",
        ExpressionAttributeValues={
            ":pk": {"S": "race"},
            ":revision": {"S": "revision-"},
        },
    )
    assert revisions["Count"] == 5  # what was cancelled left nothing


def test_writes_that_race_cancelled_transactions_all_stay(
    running: RunningStack, client: Client
) -> None:
    table, dynamodb = running.outputs["TableName"], client("dynamodb")
    impossible = {
        "TableName": table,
        "Key": key("nothing"),
        "ConditionExpression": "attribute_exists(pk)",
    }

    def write_or_cancel(thread: int) -> None:
        for number in range(10):
            item = key(f"kept-{thread}-{number}")
            if thread % 2:
                dynamodb.put_item(TableName=table, Item=item)
            else:
                put = {"TableName": table, "Item": item}
                assert not is_done(
                    dynamodb.transact_write_items,
                    TransactItems=[{"Put": put}, {"ConditionCheck": impossible}],
                )

    race(write_or_cancel)

    kept = dynamodb.query(
        TableName=table,
        KeyConditionExpression="pk = :pk AND begins_with(sk, :kept)",
        ExpressionAttributeValues={":pk": {"S": "race"}, ":kept": {"S": "kept-"}},
    )
    assert kept["Count"] == THREADS // 2 * 10


def test_a_token_used_by_all_threads_counts_once(
    running: RunningStack, client: Client
) -> None:
    table, dynamodb = running.outputs["TableName"], client("dynamodb")
    dynamodb.put_item(TableName=table, Item={**key("count"), "n": {"N": "0"}})
    update = {
        "TableName": table,
        "Key": key("count"),
        "UpdateExpression": "SET n = n + :one",
        "ExpressionAttributeValues": {":one": {"N": "1"}},
    }

    race(
        lambda _: dynamodb.transact_write_items(
            TransactItems=[{"Update": update}], ClientRequestToken="once"
        )
    )

    item = dynamodb.get_item(TableName=table, Key=key("count"))["Item"]
    assert item["n"] == {"N": "1"}


def test_messages_sent_and_deleted_at_once_are_counted_right(
    running: RunningStack, client: Client
) -> None:
    sqs = client("sqs")
    queue = sqs.create_queue(QueueName="race")["QueueUrl"]

    def send_and_delete(thread: int) -> int:
        deleted = 0
        for number in range(10):
            sqs.send_message(QueueUrl=queue, MessageBody=f"{thread}-{number}")
            for message in sqs.receive_message(QueueUrl=queue).get("Messages", []):
                sqs.delete_message(
                    QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"]
                )
                deleted += 1
        return deleted

    deleted = sum(race(send_and_delete))

    attributes = sqs.get_queue_attributes(
        QueueUrl=queue, AttributeNames=["ApproximateNumberOfMessages"]
    )["Attributes"]
    left = int(attributes["ApproximateNumberOfMessages"])
    assert deleted + left == THREADS * 10
    assert running.outputs["TableName"]
