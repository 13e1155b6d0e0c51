"""Deliver events from a rule to its targets."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from moto.events.models import Rule

from flextime_local.events.durable_tasks import DurableTasks, Work
from flextime_local.events.queue_sender import send_to_queue
from flextime_local.events.target_input import target_input
from flextime_local.events.targets import Targets

KIND = "delivery"
_MAX_DELAY_S = 60.0
_MAX_FAILURES = 12  # EventBridge tries for a day


@dataclass(frozen=True, slots=True)
class Deliveries:
    """Deliveries as durable tasks, with the retry policy of their target."""

    targets: Targets
    durable_tasks: DurableTasks

    def accept(self, rule: Rule, target: dict[str, Any], event: dict[str, Any]) -> None:
        """Record the delivery of an event to one target of a rule."""
        text = target_input(target, _as_sent(event))
        self.send(rule.arn, target, text)

    def send(self, origin: str, target: dict[str, Any], text: str) -> None:
        """Record the delivery of a text; `origin` is an ARN of a rule or schedule."""
        content = {"origin": origin, "target": target, "text": text}
        self.durable_tasks.enqueue(Work(KIND, content))

    def do(self, work: Work) -> None:
        """Deliver; raises whatever the target raises, so that it is retried."""
        self.targets.send(work.content["target"], work.content["text"])

    def retry_after_s(self, work: Work, failures: int) -> float | None:
        """Return the delay before the next attempt, or None after the last one."""
        policy = work.content["target"].get("RetryPolicy", {})
        allowed = int(policy.get("MaximumRetryAttempts", _MAX_FAILURES))
        if failures > min(allowed, _MAX_FAILURES):
            return None
        return min(0.5 * 2.0 ** (failures - 1), _MAX_DELAY_S)

    def give_up(self, work: Work, error: Exception) -> None:
        """Send the text to the dead-letter queue; without one the error is raised."""
        dead_letters = work.content["target"].get("DeadLetterConfig", {}).get("Arn")
        if not dead_letters:
            raise error
        send_to_queue(dead_letters, work.content["text"])


def _as_sent(event: dict[str, Any]) -> dict[str, Any]:
    """Return the event as targets see it: time as text, moto's own fields left out."""
    sent = {name: value for name, value in event.items() if name != "ingestion-time"}
    if isinstance(sent["time"], int | float):
        moment = datetime.fromtimestamp(sent["time"], UTC)
        sent["time"] = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    plain: dict[str, Any] = json.loads(json.dumps(sent, default=str))
    return plain
