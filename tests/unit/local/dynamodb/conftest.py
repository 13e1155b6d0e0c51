"""The engine on a database of its own, called without HTTP."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from moto.dynamodb.models import DynamoDBBackend, dynamodb_backends

from flextime_local.dynamodb.service import DynamoDb
from flextime_local.names import ACCOUNT_ID
from flextime_local.persistence.database import Database

# Not the stack's region: what is tried here never meets what runs there.
REGION = "eu-west-1"

type Call = Callable[..., dict[str, Any]]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database.open(tmp_path)
    yield database
    database.close()


@pytest.fixture
def backend() -> Iterator[DynamoDBBackend]:
    backend = dynamodb_backends[ACCOUNT_ID][REGION]
    backend.reset()
    _create(backend, "notes", "S")
    _create(backend, "by number", "N")
    _create(backend, "by bytes", "B")
    yield backend
    backend.reset()


def _create(backend: DynamoDBBackend, name: str, sort_type: str) -> None:
    backend.create_table(
        name=name,
        schema=[
            {"AttributeName": "pk", "KeyType": "HASH"},
            {"AttributeName": "sk", "KeyType": "RANGE"},
        ],
        throughput=None,
        attr=[
            {"AttributeName": "pk", "AttributeType": "S"},
            {"AttributeName": "sk", "AttributeType": sort_type},
        ],
        global_indexes=[],
        indexes=[],
        streams={"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"},
        billing_mode="PAY_PER_REQUEST",
        sse_specification=None,
        tags=[],
        deletion_protection_enabled=False,
        warm_throughput=None,
    )


@pytest.fixture
def engine(database: Database, backend: DynamoDBBackend) -> DynamoDb:
    return DynamoDb.of(database, backend)


@pytest.fixture
def call(engine: DynamoDb) -> Call:
    """Call an operation on the table of notes."""

    def call(operation: str, **content: object) -> dict[str, Any]:
        return engine.call(operation, {"TableName": "notes", **content})

    return call
