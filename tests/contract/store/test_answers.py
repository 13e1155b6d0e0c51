import pytest

from contract.store.things import HALL, OTHER, TENANT, a_claim, an_answer
from flextime.domain.errors import (
    AlreadyExists,
    IdempotencyKeyReused,
    NotFound,
    RequestInFlight,
)
from flextime.domain.leagues.league import Venue
from flextime.usecases.ports import Store
from flextime.usecases.transaction import (
    ANSWER_LASTS_S,
    CLAIM_LASTS_S,
    Claim,
    RememberedAnswer,
    Save,
    Transaction,
)


def save_with_answer(store: Store, claim: Claim) -> None:
    changes = (Save(HALL, 0),)
    store.commit(Transaction(TENANT, changes, answer=an_answer(claim)))


def test_a_new_key_has_no_answer_yet(store: Store) -> None:
    assert store.claim(TENANT, a_claim()) is None


def test_an_answered_request_gets_its_answer_again(store: Store) -> None:
    store.claim(TENANT, a_claim())
    save_with_answer(store, a_claim())

    again = store.claim(TENANT, a_claim("try-2"))

    assert isinstance(again, RememberedAnswer)
    assert (again.status, again.headers, again.body) == (
        201,
        (("etag", '"1"'),),
        b'{"id":"hall"}',
    )


def test_a_request_that_is_worked_on_is_in_flight(store: Store) -> None:
    store.claim(TENANT, a_claim())

    with pytest.raises(RequestInFlight):
        store.claim(TENANT, a_claim("try-2"))


@pytest.mark.parametrize("answered", [False, True])
def test_a_key_with_another_body_is_refused(store: Store, answered: bool) -> None:  # noqa: FBT001 - a parameter of the test
    store.claim(TENANT, a_claim())
    if answered:
        save_with_answer(store, a_claim())

    with pytest.raises(IdempotencyKeyReused):
        store.claim(TENANT, a_claim("try-2", fingerprint="body-2"))


def test_a_key_belongs_to_its_conference(store: Store) -> None:
    store.claim(TENANT, a_claim())

    assert store.claim(OTHER, a_claim("try-2", fingerprint="body-2")) is None


def test_a_released_key_may_be_tried_again(store: Store) -> None:
    store.claim(TENANT, a_claim())
    store.release(TENANT, a_claim())

    assert store.claim(TENANT, a_claim("try-2")) is None


def test_an_answer_is_not_released(store: Store) -> None:
    store.claim(TENANT, a_claim())
    save_with_answer(store, a_claim())
    store.release(TENANT, a_claim())

    assert store.claim(TENANT, a_claim("try-2")) is not None


def test_the_claim_of_another_try_is_not_released(store: Store) -> None:
    store.claim(TENANT, a_claim())
    store.release(TENANT, a_claim("try-2"))

    with pytest.raises(RequestInFlight):
        store.claim(TENANT, a_claim("try-3"))


def test_a_try_that_died_does_not_lock_its_key_for_ever(store: Store) -> None:
    store.claim(TENANT, a_claim())

    assert store.claim(TENANT, a_claim("try-2", seconds_later=CLAIM_LASTS_S)) is None


def test_a_try_whose_key_was_taken_over_changes_nothing(store: Store) -> None:
    store.claim(TENANT, a_claim())
    store.claim(TENANT, a_claim("try-2", seconds_later=CLAIM_LASTS_S))

    with pytest.raises(RequestInFlight):
        save_with_answer(store, a_claim())
    with pytest.raises(NotFound):
        store.load(TENANT, Venue, "hall")


def test_a_change_that_is_refused_keeps_no_answer(store: Store) -> None:
    store.commit(Transaction(TENANT, (Save(HALL, 0),)))
    store.claim(TENANT, a_claim())

    with pytest.raises(AlreadyExists):
        save_with_answer(store, a_claim())
    with pytest.raises(RequestInFlight):
        store.claim(TENANT, a_claim("try-2"))


def test_an_answer_is_kept_for_a_day(store: Store) -> None:
    store.claim(TENANT, a_claim())
    save_with_answer(store, a_claim())

    almost = a_claim("try-2", seconds_later=ANSWER_LASTS_S - 1)
    over = a_claim("try-3", fingerprint="body-2", seconds_later=ANSWER_LASTS_S)
    assert store.claim(TENANT, almost) is not None
    assert store.claim(TENANT, over) is None
