"""Guarantees of concurrent commits; each race is run several times."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier

import pytest

from builders import a_venue
from contract.store.sample_values import (
    HALL,
    TENANT,
    a_reservation,
    a_response,
    commit,
    save,
)
from fakes.memory_store import MemoryStore
from flextime.adapters.dynamodb.store import DynamoStore
from flextime.domain.errors import Conflict, FlexTimeError, NotFound, RequestInFlight
from flextime.domain.leagues.league import Venue
from flextime.usecases.ports import Store
from flextime.usecases.transaction import (
    AdjustReferenceCount,
    Delete,
    Save,
    Transaction,
)

WRITERS = 8
ROUNDS = 5


@pytest.fixture(params=["memory", "ministack", "local"])
def raced(request: pytest.FixtureRequest) -> Store:
    if request.param == "memory":
        return MemoryStore()
    store: DynamoStore = request.getfixturevalue(f"{request.param}_store")
    return store


def at_once(*acts: Callable[[], None]) -> list[FlexTimeError | None]:
    """What each act was told, all of them begun together."""
    barrier = Barrier(len(acts))

    def run(act: Callable[[], None]) -> FlexTimeError | None:
        barrier.wait()
        try:
            act()
        except FlexTimeError as refused:
            return refused
        return None

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def test_one_of_many_concurrent_creations_succeeds(raced: Store) -> None:
    for number in range(ROUNDS):
        hall = a_venue(f"hall-{number}")
        told = at_once(*[partial(save, raced, hall)] * WRITERS)

        assert told.count(None) == 1


def test_one_of_many_concurrent_changes_of_a_version_succeeds(raced: Store) -> None:
    save(raced, HALL)
    for version in range(1, ROUNDS + 1):
        told = at_once(*[partial(save, raced, HALL, expected=version)] * WRITERS)

        assert told.count(None) == 1
        assert raced.load(TENANT, Venue, "hall").version == version + 1


def test_no_reference_is_lost_to_concurrent_adjustments(raced: Store) -> None:
    save(raced, HALL)
    told = at_once(
        *[partial(commit, raced, AdjustReferenceCount(Venue, "hall"))] * WRITERS
    )
    for _ in range(WRITERS - 1):
        commit(raced, AdjustReferenceCount(Venue, "hall", -1))

    assert told == [None] * WRITERS
    with pytest.raises(Conflict):
        commit(raced, Delete(HALL, 1))
    commit(raced, AdjustReferenceCount(Venue, "hall", -1))
    commit(raced, Delete(HALL, 1))


def test_a_value_is_either_referred_to_or_deleted(raced: Store) -> None:
    for number in range(ROUNDS):
        hall = a_venue(f"hall-{number}")
        save(raced, hall)
        used, deleted = at_once(
            partial(commit, raced, AdjustReferenceCount(Venue, hall.id)),
            partial(commit, raced, Delete(hall, 1)),
        )

        assert (used is None) != (deleted is None)
        assert isinstance(used, NotFound | None)
        assert isinstance(deleted, Conflict | None)


def test_one_of_many_concurrent_reservations_succeeds(raced: Store) -> None:
    told = at_once(
        *(
            partial(_claim_or_refuse, raced, f"try-{number}")
            for number in range(WRITERS)
        )
    )

    assert told.count(None) == 1
    assert all(isinstance(each, RequestInFlight | None) for each in told)


def _claim_or_refuse(store: Store, token: str) -> None:
    assert store.reserve(TENANT, a_reservation(token)) is None


def test_failing_transactions_lose_no_committed_change(
    raced: Store,
) -> None:
    save(raced, HALL)

    def good(number: int) -> None:
        commit(raced, Save(a_venue(f"kept-{number}"), 0))

    def bad(number: int) -> None:
        commit(raced, Save(a_venue(f"lost-{number}"), 0), Save(HALL, 7))

    acts = [partial(act, number) for number in range(20) for act in (good, bad)]
    told = at_once(*acts)

    assert told[0::2] == [None] * 20
    for number in range(20):
        assert raced.load(TENANT, Venue, f"kept-{number}").version == 1
        with pytest.raises(NotFound):
            raced.load(TENANT, Venue, f"lost-{number}")


def test_two_executions_with_one_key_do_not_both_commit(raced: Store) -> None:
    first, second = a_reservation("try-1"), a_reservation("try-2", seconds_later=60)
    raced.reserve(TENANT, first)
    raced.reserve(TENANT, second)

    told = at_once(
        *(
            partial(
                raced.commit,
                Transaction(TENANT, (Save(HALL, 0),), response=a_response(reservation)),
            )
            for reservation in (first, second)
        )
    )

    assert told[0] is not None
    assert told[1] is None
