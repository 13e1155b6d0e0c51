"""Every fix is shown twice: the gap is there without it, and closed with it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from moto.dynamodb.models import DynamoDBBackend, dynamodb_backends
from moto.dynamodb.models.table import Table

from flextime_local.moto_fixes import apply_fixes
from flextime_local.moto_fixes.fix import Fix
from flextime_local.names import ACCOUNT_ID

# Not the stack's region: what is tried here never meets what runs there.
REGION = "eu-west-1"

type Without = Callable[[Fix], "Iterator[None]"]


@pytest.fixture(autouse=True)
def _fixes() -> None:
    apply_fixes()


@contextmanager
def without(fix: Fix) -> Iterator[None]:
    assert fix.is_applied
    fix.remove()
    try:
        yield
    finally:
        fix.apply()


@pytest.fixture(name="without")
def _without() -> Callable[[Fix], object]:
    return without


@pytest.fixture
def backend() -> Iterator[DynamoDBBackend]:
    backend = dynamodb_backends[ACCOUNT_ID][REGION]
    backend.reset()
    yield backend
    backend.reset()


@pytest.fixture
def table(backend: DynamoDBBackend) -> Table:
    return backend.create_table(
        name="notes",
        schema=[
            {"AttributeName": "pk", "KeyType": "HASH"},
            {"AttributeName": "sk", "KeyType": "RANGE"},
        ],
        throughput=None,
        attr=[
            {"AttributeName": "pk", "AttributeType": "S"},
            {"AttributeName": "sk", "AttributeType": "S"},
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
