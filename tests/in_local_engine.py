"""The local stack's DynamoDB in this process, behind an ordinary client."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import boto3
import pytest
from botocore.awsrequest import AWSResponse
from moto.core.botocore_stubber import MockRawResponse
from moto.dynamodb.models import dynamodb_backends
from mypy_boto3_dynamodb import DynamoDBClient

from flextime_local.any_types import Untyped
from flextime_local.aws_endpoint.message import Request
from flextime_local.dynamodb.service import TABLE_OPERATIONS, DynamoDb
from flextime_local.names import ACCOUNT_ID
from flextime_local.persistence.database import Database
from in_moto import REGION, in_moto


@contextmanager
def in_local_engine(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[DynamoDBClient]:
    """Yield a client whose tables moto defines and whose items SQLite holds."""
    with in_moto(monkeypatch):
        database = Database.open(folder)
        engine = DynamoDb.of(database, dynamodb_backends[ACCOUNT_ID][REGION])

        def answer(request: Untyped, **_: Untyped) -> Untyped:
            asked = _request(request)
            if asked.operation in TABLE_OPERATIONS:
                return None  # moto's turn
            response = engine.response(asked)
            database.sync()
            raw = MockRawResponse(response.body)
            headers: Untyped = response.headers
            return AWSResponse(request.url, response.status, headers, raw)

        client = boto3.client("dynamodb")
        events: Untyped = client.meta.events
        events.register_first("before-send.dynamodb.*", answer)
        yield client
        database.close()


def _request(sent: Untyped) -> Request:
    headers = {
        name.lower(): value.decode() if isinstance(value, bytes) else str(value)
        for name, value in sent.headers.items()
    }
    return Request("POST", "/", "/", "", headers, sent.body)
