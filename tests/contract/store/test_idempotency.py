import pytest

from contract.store.sample_values import HALL, OTHER, TENANT, a_reservation, a_response
from flextime.domain.errors import (
    AlreadyExists,
    IdempotencyKeyReused,
    NotFound,
    RequestInFlight,
)
from flextime.domain.leagues.league import Venue
from flextime.usecases.ports import Store
from flextime.usecases.transaction import (
    RESERVATION_LIFETIME_S,
    RESPONSE_LIFETIME_S,
    Reservation,
    Save,
    StoredResponse,
    Transaction,
)


def save_with_answer(store: Store, reservation: Reservation) -> None:
    changes = (Save(HALL, 0),)
    store.commit(Transaction(TENANT, changes, response=a_response(reservation)))


def test_a_new_key_has_no_response(store: Store) -> None:
    assert store.reserve(TENANT, a_reservation()) is None


def test_a_repeated_request_gets_the_stored_response(store: Store) -> None:
    store.reserve(TENANT, a_reservation())
    save_with_answer(store, a_reservation())

    again = store.reserve(TENANT, a_reservation("try-2"))

    assert isinstance(again, StoredResponse)
    assert (again.status, again.headers, again.body) == (
        201,
        (("etag", '"1"'),),
        b'{"id":"hall"}',
    )


def test_a_request_that_is_being_executed_is_in_flight(store: Store) -> None:
    store.reserve(TENANT, a_reservation())

    with pytest.raises(RequestInFlight):
        store.reserve(TENANT, a_reservation("try-2"))


@pytest.mark.parametrize("answered", [False, True])
def test_a_key_with_another_body_is_rejected(store: Store, answered: bool) -> None:  # noqa: FBT001 - a parameter of the test
    store.reserve(TENANT, a_reservation())
    if answered:
        save_with_answer(store, a_reservation())

    with pytest.raises(IdempotencyKeyReused):
        store.reserve(TENANT, a_reservation("try-2", fingerprint="body-2"))


def test_a_key_belongs_to_its_tenant(store: Store) -> None:
    store.reserve(TENANT, a_reservation())

    assert store.reserve(OTHER, a_reservation("try-2", fingerprint="body-2")) is None


def test_a_released_key_can_be_reserved_again(store: Store) -> None:
    store.reserve(TENANT, a_reservation())
    store.release(TENANT, a_reservation())

    assert store.reserve(TENANT, a_reservation("try-2")) is None


def test_a_stored_response_is_not_released(store: Store) -> None:
    store.reserve(TENANT, a_reservation())
    save_with_answer(store, a_reservation())
    store.release(TENANT, a_reservation())

    assert store.reserve(TENANT, a_reservation("try-2")) is not None


def test_the_reservation_of_another_execution_is_not_released(store: Store) -> None:
    store.reserve(TENANT, a_reservation())
    store.release(TENANT, a_reservation("try-2"))

    with pytest.raises(RequestInFlight):
        store.reserve(TENANT, a_reservation("try-3"))


def test_an_expired_reservation_can_be_taken_over(store: Store) -> None:
    store.reserve(TENANT, a_reservation())

    assert (
        store.reserve(
            TENANT, a_reservation("try-2", seconds_later=RESERVATION_LIFETIME_S)
        )
        is None
    )


def test_an_execution_whose_reservation_was_taken_over_cannot_commit(
    store: Store,
) -> None:
    store.reserve(TENANT, a_reservation())
    store.reserve(TENANT, a_reservation("try-2", seconds_later=RESERVATION_LIFETIME_S))

    with pytest.raises(RequestInFlight):
        save_with_answer(store, a_reservation())
    with pytest.raises(NotFound):
        store.load(TENANT, Venue, "hall")


def test_a_rejected_change_stores_no_response(store: Store) -> None:
    store.commit(Transaction(TENANT, (Save(HALL, 0),)))
    store.reserve(TENANT, a_reservation())

    with pytest.raises(AlreadyExists):
        save_with_answer(store, a_reservation())
    with pytest.raises(RequestInFlight):
        store.reserve(TENANT, a_reservation("try-2"))


def test_a_response_is_stored_for_a_day(store: Store) -> None:
    store.reserve(TENANT, a_reservation())
    save_with_answer(store, a_reservation())

    almost = a_reservation("try-2", seconds_later=RESPONSE_LIFETIME_S - 1)
    over = a_reservation(
        "try-3", fingerprint="body-2", seconds_later=RESPONSE_LIFETIME_S
    )
    assert store.reserve(TENANT, almost) is not None
    assert store.reserve(TENANT, over) is None
