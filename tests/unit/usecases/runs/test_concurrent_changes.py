"""A step retries when what it has read is changed before it commits."""

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
from runs import RUN, TENANT, RunScenario, a_result

FOUND = a_schedule("A-B")


@dataclass
class BusyStore(MemoryStore):
    """A store in which others act before the next commits, one act each."""

    others: list[Callable[[], None]] = field(default_factory=list)

    def commit(self, transaction: Transaction) -> None:
        if self.others:
            self.others.pop(0)()
        super().commit(transaction)


@pytest.fixture
def store() -> BusyStore:
    return BusyStore()


@pytest.fixture
def busy(scenario: RunScenario, store: BusyStore) -> RunScenario:
    """A scenario with a run whose one attempt found a schedule."""
    scenario = RunScenario(scenario.folder, store=store).add_run()
    prepare_run(scenario.application, TENANT, RUN)
    scenario.attempt().save_result(a_result(scenario.league, FOUND))
    choose_schedule(scenario.application, TENANT, RUN)
    return scenario


def record(scenario: RunScenario) -> RunStatus:
    choice = Choice(Outcome.SOLVED, AttemptId("1"))
    return record_run(scenario.application, TENANT, RUN, choice)


def meanwhile(store: BusyStore, scenario: RunScenario, *names: str) -> None:
    """Somebody renames the schedule before each of the next commits."""

    def rename(name: str) -> Callable[[], None]:
        def act() -> None:
            held, store.others = store.others, []
            scenario.change(replace(scenario.schedule, name=name))
            store.others = held

        return act

    store.others = [rename(name) for name in names]


def test_a_run_cancelled_during_the_last_step_is_cancelled(
    busy: RunScenario, store: BusyStore
) -> None:
    store.others = [lambda: busy.change(replace(busy.run, cancel_requested=True))]

    assert record(busy) is RunStatus.CANCELLED
    assert busy.schedule.games == FOUND.games


def test_a_schedule_renamed_during_the_last_step_keeps_name_and_games(
    busy: RunScenario, store: BusyStore
) -> None:
    meanwhile(store, busy, "Renamed", "Renamed again")

    assert record(busy) is RunStatus.COMPLETED
    assert busy.schedule.name == "Renamed again"
    assert busy.schedule.games == FOUND.games
    assert busy.schedule.revision == 1


def test_a_schedule_deleted_during_the_last_step_stays_deleted(
    busy: RunScenario, store: BusyStore
) -> None:
    store.others = [busy.delete_schedule]

    assert record(busy) is RunStatus.CANCELLED


def test_two_concurrent_executions_of_a_step_record_once(
    busy: RunScenario, store: BusyStore
) -> None:
    statuses: list[RunStatus] = []
    store.others = [lambda: statuses.append(record(busy))]

    statuses.append(record(busy))

    assert statuses == [RunStatus.COMPLETED, RunStatus.COMPLETED]
    assert busy.schedule.revision == 1
    assert len(busy.events) == 2


def test_a_step_that_always_collides_is_unavailable(
    busy: RunScenario, store: BusyStore
) -> None:
    meanwhile(store, busy, *"abcdefghij")

    with pytest.raises(Unavailable):
        record(busy)

    assert busy.run.status is RunStatus.RECORDING
