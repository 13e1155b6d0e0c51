import time
from collections.abc import Callable

from flextime_local.events.durable_tasks import DurableTasks, Work


class Unreliable:
    """Fails as often as it is told to."""

    def __init__(self, failures: int, tries: int = 3, pause_s: float = 0.01) -> None:
        self.failures = failures
        self.tries = tries
        self.pause_s = pause_s
        self.done: list[Work] = []
        self.given_up: list[Work] = []

    def do(self, work: Work) -> None:
        if self.failures:
            self.failures -= 1
            raise RuntimeError("not yet")
        self.done.append(work)

    def retry_after_s(self, _work: Work, failures: int) -> float | None:
        return self.pause_s if failures < self.tries else None

    def give_up(self, work: Work, _error: Exception) -> None:
        self.given_up.append(work)


def wait_until(look: Callable[[], object]) -> None:
    deadline_s = time.monotonic() + 30
    while not look():
        assert time.monotonic() < deadline_s
        time.sleep(0.005)


def settled(worker: Unreliable, work: Work) -> list[str]:
    """Owe the work to the worker; returns what was recorded until it was settled."""
    recorded: list[str] = []

    def record(kind: str, _content: object) -> None:
        recorded.append(kind)

    owed = DurableTasks(record)
    owed.register("kind", worker)
    owed.enqueue(work)
    wait_until(lambda: "work-settled" in recorded)
    owed.stop()
    return recorded


def test_work_is_recorded_before_it_is_done_and_settled_after() -> None:
    worker, work = Unreliable(failures=0), Work("kind", {})

    assert settled(worker, work) == ["work-owed", "work-settled"]
    assert worker.done == [work]


def test_work_that_fails_is_tried_again() -> None:
    worker, work = Unreliable(failures=2), Work("kind", {})

    settled(worker, work)

    assert (worker.done, worker.given_up) == ([work], [])


def test_work_that_keeps_failing_is_given_up() -> None:
    worker, work = Unreliable(failures=99), Work("kind", {})

    settled(worker, work)

    assert (worker.done, worker.given_up) == ([], [work])


def test_work_of_an_earlier_process_is_taken_up_and_only_settled() -> None:
    recorded: list[str] = []
    owed = DurableTasks(lambda kind, _content: recorded.append(kind))
    worker, work = Unreliable(failures=0), Work("kind", {})
    owed.register("kind", worker)

    owed.restore([work])
    wait_until(lambda: recorded)
    owed.stop()

    assert (worker.done, recorded) == ([work], ["work-settled"])


def test_work_under_way_at_the_stop_stays_owed() -> None:
    recorded: list[str] = []
    owed = DurableTasks(lambda kind, _content: recorded.append(kind))
    worker = Unreliable(failures=1, pause_s=60)
    owed.register("kind", worker)

    owed.enqueue(Work("kind", {}))
    wait_until(lambda: worker.failures == 0)
    owed.stop()

    assert recorded == ["work-owed"]
