"""The same tests in memory, on moto, on ministack and on the local stack's engine."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import boto3
import pytest
from mypy_boto3_dynamodb import DynamoDBClient

from contract.store.tables import create_table
from fakes.memory_store import MemoryStore
from flextime.adapters.dynamodb.store import DynamoStore
from flextime.usecases.ports import Store
from in_local_engine import in_local_engine
from in_ministack import in_ministack
from in_moto import in_moto

_NUMBERS = count(1)


@pytest.fixture(scope="session")
def ministack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DynamoDBClient]:
    with in_ministack(tmp_path_factory.mktemp("ministack")) as client:
        yield client


@pytest.fixture(params=["memory", "moto", "ministack", "local"])
def store(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Store]:
    if request.param == "memory":
        yield MemoryStore()
    elif request.param == "ministack":
        yield a_ministack_store(request.getfixturevalue("ministack"))
    elif request.param == "local":
        with in_local_engine(tmp_path, monkeypatch) as client:
            create_table(client, "flextime")
            yield DynamoStore(client, "flextime")
    else:
        with in_moto(monkeypatch):
            client = boto3.client("dynamodb")
            create_table(client, "flextime")
            yield DynamoStore(client, "flextime")


@pytest.fixture
def ministack_store(ministack: DynamoDBClient) -> DynamoStore:
    return a_ministack_store(ministack)


@pytest.fixture
def local_store(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[DynamoStore]:
    with in_local_engine(tmp_path, monkeypatch) as client:
        create_table(client, "flextime")
        yield DynamoStore(client, "flextime")


def a_ministack_store(client: DynamoDBClient) -> DynamoStore:
    table = f"flextime-{next(_NUMBERS)}"
    create_table(client, table)
    return DynamoStore(client, table)
