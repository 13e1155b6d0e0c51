"""Somebody changes what a step has read, between its reading and its writing."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest

from builders import a_schedule
from fakes.memory_store import MemoryStore
from flextime.domain.errors import Unavailable
from flextime.domain.ids import AttemptId
from flextime.domain.runs.evaluation import Outcome
from flextime.domain.runs.run import RunStatus
from flextime.usecases.runs.choose_schedule import choose_schedule
from flextime.usecases.runs.prepare_run import prepare_run
from flextime.usecases.runs.record_run import Choice, record_run
from flextime.usecases.transaction import Transaction
from runs import RUN, TENANT, Office, a_result

FOUND = a_schedule("A-B")


@dataclass
class BusyStore(MemoryStore):
    """Before the next commits, somebody else does something, one thing each."""

    others: list[Callable[[], None]] = field(default_factory=list)

    def commit(self, transaction: Transaction) -> None:
        if self.others:
            self.others.pop(0)()
        super().commit(transaction)


@pytest.fixture
def store() -> BusyStore:
    return BusyStore()


@pytest.fixture
def busy(office: Office, store: BusyStore) -> Office:
    """An office with a run whose one attempt found something."""
    office = Office(office.folder, store=store).open()
    prepare_run(office.application, TENANT, RUN)
    office.attempt().save_result(a_result(office.league, FOUND))
    choose_schedule(office.application, TENANT, RUN)
    return office


def record(office: Office) -> RunStatus:
    choice = Choice(Outcome.SOLVED, AttemptId("1"))
    return record_run(office.application, TENANT, RUN, choice)


def meanwhile(store: BusyStore, office: Office, *names: str) -> None:
    """Somebody renames the schedule before each of the next commits."""

    def rename(name: str) -> Callable[[], None]:
        def act() -> None:
            held, store.others = store.others, []
            office.change(replace(office.schedule, name=name))
            store.others = held

        return act

    store.others = [rename(name) for name in names]


def test_a_cancel_in_the_last_moment_is_honoured(
    busy: Office, store: BusyStore
) -> None:
    store.others = [lambda: busy.change(replace(busy.run, cancel_requested=True))]

    assert record(busy) is RunStatus.CANCELLED
    assert busy.schedule.games == FOUND.games


def test_a_schedule_renamed_in_the_last_moment_keeps_name_and_games(
    busy: Office, store: BusyStore
) -> None:
    meanwhile(store, busy, "Renamed", "Renamed again")

    assert record(busy) is RunStatus.COMPLETED
    assert busy.schedule.name == "Renamed again"
    assert busy.schedule.games == FOUND.games
    assert busy.schedule.revision == 1


def test_a_schedule_deleted_in_the_last_moment_stays_deleted(
    busy: Office, store: BusyStore
) -> None:
    store.others = [busy.delete_schedule]

    assert record(busy) is RunStatus.CANCELLED


def test_the_same_step_at_the_same_time_records_once(
    busy: Office, store: BusyStore
) -> None:
    statuses: list[RunStatus] = []
    store.others = [lambda: statuses.append(record(busy))]

    statuses.append(record(busy))

    assert statuses == [RunStatus.COMPLETED, RunStatus.COMPLETED]
    assert busy.schedule.revision == 1
    assert len(busy.told) == 2


def test_a_step_that_never_gets_through_says_so(busy: Office, store: BusyStore) -> None:
    meanwhile(store, busy, *"abcdefghij")

    with pytest.raises(Unavailable):
        record(busy)

    assert busy.run.status is RunStatus.RECORDING
