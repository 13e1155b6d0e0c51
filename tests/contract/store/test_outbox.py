"""Outbox items match the filter of the stream in the template."""

import json

import boto3
import pytest

from contract.store.sample_values import HALL, TENANT, an_event, save
from contract.store.tables import create_table
from contract.templates import functions
from flextime.adapters.dynamodb.store import DynamoStore
from flextime.domain.errors import AlreadyExists
from flextime.usecases.transaction import Save, Transaction
from in_moto import in_moto


def test_an_event_is_stored_with_its_change(monkeypatch: pytest.MonkeyPatch) -> None:
    with in_moto(monkeypatch):
        client = boto3.client("dynamodb")
        create_table(client, "flextime")
        store = DynamoStore(client, "flextime")
        store.commit(Transaction(TENANT, (Save(HALL, 0),), (an_event(),)))
        kept = client.get_item(
            TableName="flextime",
            Key={"pk": {"S": "T#big12#OUTBOX"}, "sk": {"S": "e-1"}},
        )["Item"]

    assert kept["entity"] == {"S": "OUTBOX"}
    assert json.loads(kept["event"]["S"])["event_type"] == "schedule.deleted"
    assert int(kept["expires_at"]["N"]) > an_event().timestamp.timestamp()


def test_a_rejected_change_leaves_no_event(monkeypatch: pytest.MonkeyPatch) -> None:
    with in_moto(monkeypatch):
        client = boto3.client("dynamodb")
        create_table(client, "flextime")
        store = DynamoStore(client, "flextime")
        save(store, HALL)
        with pytest.raises(AlreadyExists):
            store.commit(Transaction(TENANT, (Save(HALL, 0),), (an_event(),)))

        assert client.scan(TableName="flextime")["Count"] == 1


def test_the_filter_of_the_stream_matches_outbox_items() -> None:
    (publisher,) = (f for f in functions() if f.name == "PublishEventsFunction")
    (stream,) = publisher.properties["Events"].values()
    (rule,) = stream["Properties"]["FilterCriteria"]["Filters"]

    wanted = json.loads(rule["Pattern"])["dynamodb"]["NewImage"]["entity"]["S"]
    assert wanted == ["OUTBOX"]
