"""Clocks, ids, mails, buses and workflows that do what a test says and remember."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from flextime.domain.errors import Unavailable
from flextime.domain.ids import EventId, RunId, TenantId
from flextime.usecases.ports import OutboxEvent


@dataclass
class SteppingClock:
    """A second passes each time somebody looks."""

    time: datetime = datetime(2026, 1, 1, 12, tzinfo=UTC)

    def now(self) -> datetime:
        self.time += timedelta(seconds=1)
        return self.time


@dataclass
class SequentialIds:
    given: int = 0

    def __call__(self) -> str:
        self.given += 1
        return f"id-{self.given:04}"


@dataclass(frozen=True)
class Mail:
    recipient: str
    subject: str
    text: str


@dataclass
class RecordingMailer:
    """A mailer; `silent_for` that many times nobody answers."""

    mails: list[Mail] = field(default_factory=list)
    silent_for: int = 0

    def send(self, recipient: str, subject: str, text: str) -> None:
        if self.silent_for:
            self.silent_for -= 1
            raise Unavailable("the letterbox is stuck")
        self.mails.append(Mail(recipient, subject, text))


@dataclass
class RecordingEventBus:
    heard: list[OutboxEvent] = field(default_factory=list)
    refuses: set[EventId] = field(default_factory=set)

    def publish(self, outbox_events: Sequence[OutboxEvent]) -> Mapping[EventId, str]:
        taken = [each for each in outbox_events if each.event_id not in self.refuses]
        self.heard.extend(taken)
        refused = {each.event_id for each in outbox_events} & self.refuses
        return dict.fromkeys(refused, "refused")


@dataclass
class RecordingWorkflow:
    runs: list[tuple[TenantId, RunId]] = field(default_factory=list)

    def start(self, tenant: TenantId, run: RunId) -> None:
        self.runs.append((tenant, run))
