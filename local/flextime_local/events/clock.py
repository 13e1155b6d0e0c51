"""Fire scheduled rules and schedules, and delete expired items, once a minute."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event
from typing import Any

from moto.events.models import Rule, events_backends

from flextime_local.deploy.resources.senders_and_schedules import Schedule
from flextime_local.events.deliveries import Deliveries
from flextime_local.events.schedules import parse_schedule
from flextime_local.events.target_input import target_input
from flextime_local.names import ACCOUNT_ID, REGION


@dataclass(slots=True)
class Clock:
    """Ticks at each full minute until `stopping` is set."""

    deliveries: Deliveries
    schedules: list[Schedule]
    delete_expired: Callable[[float], object]
    """Deletes items whose time to live ended before a Unix time."""
    stopping: Event
    started_at_s: float = field(default_factory=time.time)

    def run(self) -> None:
        """Tick at each full minute; minutes that were missed are made up for."""
        minute_s = int(time.time()) // 60 * 60
        while not self.stopping.is_set():
            now_s = time.time()
            while minute_s + 60 <= now_s:
                minute_s += 60
                self.tick(minute_s)
            self.stopping.wait(minute_s + 60 - now_s)

    def tick(self, minute_s: int) -> None:
        """Fire what is due in the minute that begins at `minute_s` (Unix time)."""
        self.delete_expired(float(minute_s))
        for bus in events_backends[ACCOUNT_ID][REGION].event_buses.values():
            for rule in bus.rules.values():
                if rule.scheduled_expression and rule.state == "ENABLED":
                    self._fire_rule(rule, minute_s)
        for schedule in self.schedules:
            if schedule.properties.get("State", "ENABLED") == "ENABLED":
                self._fire_schedule(schedule, minute_s)

    def _fire_rule(self, rule: Rule, minute_s: int) -> None:
        if not self._is_due(str(rule.scheduled_expression), minute_s):
            return
        event: dict[str, Any] = {
            "version": "0",
            "id": f"{rule.name}-{minute_s}",
            "detail-type": "Scheduled Event",
            "source": "aws.events",
            "account": ACCOUNT_ID,
            "time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(minute_s)),
            "region": REGION,
            "resources": [rule.arn],
            "detail": {},
        }
        for target in rule.targets:
            self.deliveries.send(rule.arn, target, target_input(target, event))

    def _fire_schedule(self, schedule: Schedule, minute_s: int) -> None:
        target = schedule.properties["Target"]
        if self._is_due(schedule.properties["ScheduleExpression"], minute_s):
            text = target.get("Input", json.dumps({}))
            self.deliveries.send(schedule.arn, target, text)

    def _is_due(self, expression: str, minute_s: int) -> bool:
        return parse_schedule(expression).is_due(self.started_at_s, minute_s)
