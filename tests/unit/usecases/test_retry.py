import pytest

from fakes.services import RecordingSleep
from flextime.domain.errors import NotFound, StaleVersion
from flextime.usecases.retry import Retry


class Flaky:
    """An operation that fails a number of times."""

    def __init__(self, failures: int, error: type[Exception] = StaleVersion) -> None:
        self.failures, self.error = failures, error
        self.calls = 0

    def __call__(self) -> str:
        self.calls += 1
        if self.calls <= self.failures:
            raise self.error("not yet")
        return "done"


def test_an_operation_is_called_until_it_succeeds() -> None:
    sleep, operation = RecordingSleep(), Flaky(failures=2)

    assert Retry(sleep=sleep).call(operation) == "done"
    assert operation.calls == 3
    assert len(sleep.delays_s) == 2


def test_the_last_error_is_raised_without_waiting_after_it() -> None:
    sleep, operation = RecordingSleep(), Flaky(failures=99)

    with pytest.raises(StaleVersion):
        Retry(max_attempts=4, sleep=sleep).call(operation)
    assert operation.calls == 4
    assert len(sleep.delays_s) == 3


def test_other_errors_are_not_retried() -> None:
    sleep, operation = RecordingSleep(), Flaky(failures=1, error=NotFound)

    with pytest.raises(NotFound):
        Retry(sleep=sleep).call(operation)
    assert sleep.delays_s == []


def test_delays_double_up_to_a_maximum_with_jitter_below() -> None:
    sleep = RecordingSleep()
    retry = Retry(6, first_delay_s=0.1, max_delay_s=0.5, sleep=sleep)

    with pytest.raises(StaleVersion):
        retry.call(Flaky(failures=99))
    ceilings = (0.1, 0.2, 0.4, 0.5, 0.5)
    for delay_s, ceiling_s in zip(sleep.delays_s, ceilings, strict=True):
        assert ceiling_s / 2 <= delay_s <= ceiling_s


def test_one_attempt_means_no_retry() -> None:
    operation = Flaky(failures=1)

    with pytest.raises(StaleVersion):
        Retry(max_attempts=1, sleep=RecordingSleep()).call(operation)
    assert operation.calls == 1
