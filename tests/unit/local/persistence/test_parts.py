"""Parts of the state, written by one process and read by another."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from flextime_local.events.durable_tasks import Work
from flextime_local.persistence.database import Database
from flextime_local.persistence.kept_values import KeptValues, decoded, encoded
from flextime_local.persistence.state_store import StateStore
from flextime_local.persistence.work_part import WorkPart


class Counter:
    """A part of the smallest kind: a number that somebody raises."""

    def __init__(self, database: Database) -> None:
        self.values = KeptValues(database, "counter")
        self.value = 0

    def save_changes(self, request: object) -> None:  # noqa: ARG002 - the protocol's
        self.values.put("value", self.value)

    def restore(self) -> None:
        for _, value, _ in self.values.all():
            self.value = value


def opened(database: Database) -> tuple[StateStore, Counter]:
    counter = Counter(database)
    store = StateStore(database, (counter,), WorkPart.of(database))
    store.restore()
    return store, counter


def test_what_was_made_durable_is_there_after_a_crash(
    database: Database, crash: Callable[[], Path]
) -> None:
    store, counter = opened(database)
    counter.value = 3
    store.make_durable()

    after = Database.open(crash())

    assert opened(after)[1].value == 3
    after.close()


def test_owed_work_is_kept_until_it_is_settled(
    database: Database, crash: Callable[[], Path]
) -> None:
    store, _ = opened(database)
    done, owed = Work("kind", {"n": 1}), Work("kind", {"n": 2})
    for entry in (done, owed):
        store.record("work-owed", entry)
    store.record("work-settled", done.id)
    store.record("stream-position", ("mapping", 7))
    store.make_durable()

    after = Database.open(crash())
    again, _ = opened(after)

    assert again.work.pending == {owed.id: owed}
    assert again.work.positions == {"mapping": 7}
    after.close()


def test_bytes_and_times_within_json_are_kept() -> None:
    content = {
        "when": datetime(2026, 1, 2, tzinfo=UTC),
        "what": [b"\x00\xff", "text", None, {"n": 1.5}],
    }

    assert decoded(encoded(content)) == content
