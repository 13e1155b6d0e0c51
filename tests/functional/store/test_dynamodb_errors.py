"""Errors of DynamoDB that neither engine of the tests raises, from a stubbed client."""

from collections.abc import Iterator

import boto3
import pytest
from botocore.stub import Stubber

from contract.store.sample_values import HALL, TENANT, a_reservation, save
from fakes.services import RecordingSleep
from flextime.adapters.dynamodb.store import DynamoStore
from flextime.domain.errors import AlreadyExists, RequestInFlight, Unavailable
from flextime.domain.leagues.league import Venue
from flextime.usecases.retry import Retry
from in_moto import REGION


@pytest.fixture
def sleep() -> RecordingSleep:
    return RecordingSleep()


@pytest.fixture
def scripted(sleep: RecordingSleep) -> Iterator[tuple[DynamoStore, Stubber]]:
    client = boto3.client(
        "dynamodb",
        region_name=REGION,
        aws_access_key_id="testing",
        aws_secret_access_key="testing",
    )
    with Stubber(client) as script:
        yield DynamoStore(client, "flextime", Retry(6, sleep=sleep)), script
        script.assert_no_pending_responses()


def cancelled(script: Stubber, code: str) -> None:
    reasons = [{"Code": code, "Message": "said so"}]
    script.add_client_error(
        "transact_write_items",
        "TransactionCanceledException",
        modeled_fields={"CancellationReasons": reasons},
    )


def fails_with(script: Stubber, operation: str, code: str, status: int = 400) -> None:
    script.add_client_error(operation, code, http_status_code=status)


@pytest.mark.parametrize("code", ["TransactionConflict", "ThrottlingError"])
def test_a_cancelled_transaction_is_retried(
    scripted: tuple[DynamoStore, Stubber], code: str
) -> None:
    store, script = scripted
    cancelled(script, code)
    cancelled(script, code)
    script.add_response("transact_write_items", {})

    save(store, HALL)


def test_a_transaction_that_is_always_cancelled_is_unavailable(
    scripted: tuple[DynamoStore, Stubber], sleep: RecordingSleep
) -> None:
    store, script = scripted
    for _ in range(6):
        cancelled(script, "TransactionConflict")

    with pytest.raises(Unavailable):
        save(store, HALL)
    # It does not wait after the last attempt.
    assert len(sleep.delays_s) == 5


def test_a_failed_condition_takes_precedence_over_a_conflict(
    scripted: tuple[DynamoStore, Stubber],
) -> None:
    store, script = scripted
    cancelled(script, "ConditionalCheckFailed")

    with pytest.raises(AlreadyExists):
        save(store, HALL)


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("ProvisionedThroughputExceededException", 400),
        ("ThrottlingException", 400),
        ("InternalServerError", 500),
    ],
)
def test_a_throttled_table_is_unavailable(
    scripted: tuple[DynamoStore, Stubber], code: str, status: int
) -> None:
    store, script = scripted
    fails_with(script, "get_item", code, status)
    fails_with(script, "transact_write_items", code, status)

    with pytest.raises(Unavailable):
        store.load(TENANT, Venue, "hall")
    with pytest.raises(Unavailable):
        save(store, HALL)


def test_an_invalid_request_is_not_unavailable(
    scripted: tuple[DynamoStore, Stubber],
) -> None:
    store, script = scripted
    fails_with(script, "get_item", "ValidationException")

    with pytest.raises(Exception, match="ValidationException") as raised:
        store.load(TENANT, Venue, "hall")
    assert not isinstance(raised.value, Unavailable)


def test_a_key_whose_response_is_being_committed_is_in_flight(
    scripted: tuple[DynamoStore, Stubber],
) -> None:
    store, script = scripted
    fails_with(script, "put_item", "TransactionConflictException")

    with pytest.raises(RequestInFlight):
        store.reserve(TENANT, a_reservation())
