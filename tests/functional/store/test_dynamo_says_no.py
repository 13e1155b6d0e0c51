"""What DynamoDB answers when it cannot, scripted answer by answer.

Neither engine says these things by itself.
"""

from collections.abc import Iterator

import boto3
import pytest
from botocore.stub import Stubber

from contract.store.sample_values import HALL, TENANT, a_reservation, save
from flextime.adapters.dynamodb.store import DynamoStore
from flextime.domain.errors import AlreadyExists, RequestInFlight, Unavailable
from flextime.domain.leagues.league import Venue
from in_moto import REGION


@pytest.fixture
def scripted() -> Iterator[tuple[DynamoStore, Stubber]]:
    client = boto3.client(
        "dynamodb",
        region_name=REGION,
        aws_access_key_id="testing",
        aws_secret_access_key="testing",
    )
    with Stubber(client) as script:
        yield DynamoStore(client, "flextime"), script
        script.assert_no_pending_responses()


def cancelled(script: Stubber, code: str) -> None:
    reasons = [{"Code": code, "Message": "said so"}]
    script.add_client_error(
        "transact_write_items",
        "TransactionCanceledException",
        modeled_fields={"CancellationReasons": reasons},
    )


def refused(script: Stubber, operation: str, code: str, status: int = 400) -> None:
    script.add_client_error(operation, code, http_status_code=status)


@pytest.mark.parametrize("code", ["TransactionConflict", "ThrottlingError"])
def test_a_transaction_that_was_in_the_way_of_another_is_tried_again(
    scripted: tuple[DynamoStore, Stubber], code: str
) -> None:
    store, script = scripted
    cancelled(script, code)
    cancelled(script, code)
    script.add_response("transact_write_items", {})

    save(store, HALL)


def test_a_transaction_that_is_always_in_the_way_may_be_sent_again_later(
    scripted: tuple[DynamoStore, Stubber],
) -> None:
    store, script = scripted
    for _ in range(6):
        cancelled(script, "TransactionConflict")

    with pytest.raises(Unavailable):
        save(store, HALL)


def test_a_failed_condition_decides_even_beside_a_conflict(
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
def test_a_table_out_of_order_is_unavailable(
    scripted: tuple[DynamoStore, Stubber], code: str, status: int
) -> None:
    store, script = scripted
    refused(script, "get_item", code, status)
    refused(script, "transact_write_items", code, status)

    with pytest.raises(Unavailable):
        store.load(TENANT, Venue, "hall")
    with pytest.raises(Unavailable):
        save(store, HALL)


def test_a_fault_of_ours_is_not_called_unavailable(
    scripted: tuple[DynamoStore, Stubber],
) -> None:
    store, script = scripted
    refused(script, "get_item", "ValidationException")

    with pytest.raises(Exception, match="ValidationException") as raised:
        store.load(TENANT, Venue, "hall")
    assert not isinstance(raised.value, Unavailable)


def test_a_key_whose_answer_is_being_committed_is_in_flight(
    scripted: tuple[DynamoStore, Stubber],
) -> None:
    store, script = scripted
    refused(script, "put_item", "TransactionConflictException")

    with pytest.raises(RequestInFlight):
        store.reserve(TENANT, a_reservation())
