"""Clocks, ids, mailers, event buses and workflows in memory, for tests to inspect."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from flextime.domain.errors import Unavailable
from flextime.domain.ids import EventId, RunId, TenantId
from flextime.usecases.ports import DeadLetter, OutboxEvent, Rejection
from flextime.usecases.retry import Retry


@dataclass
class SteppingClock:
    """A clock that advances by a second with each reading."""

    time: datetime = datetime(2026, 1, 1, 12, tzinfo=UTC)

    def now(self) -> datetime:
        self.time += timedelta(seconds=1)
        return self.time


@dataclass
class SequentialIds:
    """Generates ids that count upwards."""

    generated: int = 0

    def __call__(self) -> str:
        self.generated += 1
        return f"id-{self.generated:04}"


@dataclass(frozen=True)
class Mail:
    """A message that was sent."""

    recipient: str
    subject: str
    text: str


@dataclass
class RecordingMailer:
    """A mailer that keeps what it sends, after a number of failures."""

    sent: list[Mail] = field(default_factory=list)
    failures: int = 0

    def send(self, recipient: str, subject: str, text: str) -> None:
        if self.failures:
            self.failures -= 1
            raise Unavailable("the mailer does not answer")
        self.sent.append(Mail(recipient, subject, text))


@dataclass
class RecordingEventBus:
    """An event bus that keeps what it accepts."""

    published: list[OutboxEvent] = field(default_factory=list)
    rejects: set[EventId] = field(default_factory=set)

    def publish(self, events: Sequence[OutboxEvent]) -> Mapping[EventId, Rejection]:
        self.published += [e for e in events if e.event_id not in self.rejects]
        rejection = Rejection("rejected")
        return {e.event_id: rejection for e in events if e.event_id in self.rejects}


@dataclass
class RecordingWorkflow:
    """A workflow that keeps which runs were started."""

    runs: list[tuple[TenantId, RunId]] = field(default_factory=list)

    def start(self, tenant: TenantId, run: RunId) -> None:
        self.runs.append((tenant, run))


class UnavailableDeadLetterQueue:
    """A dead-letter queue that cannot be reached."""

    def send(self, letter: DeadLetter) -> None:
        del letter
        raise Unavailable("the queue does not answer")


class UnavailableWorkflow:
    """A workflow that cannot be reached."""

    def start(self, tenant: TenantId, run: RunId) -> None:
        raise Unavailable(f"run {run} of {tenant}: no answer")


@dataclass
class RecordingSleep:
    """Records delays instead of waiting."""

    delays_s: list[float] = field(default_factory=list)

    def __call__(self, delay_s: float) -> None:
        self.delays_s.append(delay_s)


def a_retry(max_attempts: int = 5) -> Retry:
    """A retry policy that does not wait."""
    return Retry(max_attempts=max_attempts, sleep=RecordingSleep())
