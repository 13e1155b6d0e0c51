"""A conference office that keeps working while its system is killed under it."""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from threading import Event, Lock
from typing import Any
from uuid import uuid4

import httpx

from e2e.conference_office import GYMNASTICS
from e2e.whole_system import WholeSystem

_PATIENCE_S = 240
_PAUSE_S = 0.3
_RUN = {"time_limit_s": 10, "attempts": 1}


@dataclass(slots=True)
class Acknowledged:
    """What the API has confirmed, and therefore must never lose or repeat."""

    schedules: dict[str, str] = field(default_factory=dict)
    """Id of each created schedule, by its unique first name."""
    names: dict[str, list[str]] = field(default_factory=dict)
    """Names that a schedule may have now: the last confirmed, and any sent since."""
    runs: dict[str, str] = field(default_factory=dict)
    """Schedule of each requested run."""
    lock: Lock = field(default_factory=Lock)


@dataclass(slots=True)
class Worker:
    """One editor: creates schedules, renames them and requests runs, until stopped.

    A request without a response is repeated with the same Idempotency-Key until it is
    answered, as a careful client does.
    """

    system: Callable[[], WholeSystem]
    acknowledged: Acknowledged
    stopping: Event
    choice: random.Random
    errors: list[str] = field(default_factory=list)

    def work(self) -> None:
        """Work until `stopping` is set."""
        while not self.stopping.is_set():
            schedule = self._create()
            for _ in range(self.choice.randrange(1, 4)):
                self._rename(schedule)
            if self.choice.random() < 0.5:
                self._run(schedule)

    def _create(self) -> str:
        name = f"S-{uuid4().hex[:12]}"
        body = {"name": name, "league": GYMNASTICS}
        made = self._post("/v1/schedules", body)
        with self.acknowledged.lock:
            self.acknowledged.schedules[name] = made["id"]
            self.acknowledged.names[made["id"]] = [name]
        return str(made["id"])

    def _rename(self, schedule: str) -> None:
        name = f"N-{uuid4().hex[:12]}"
        with self.acknowledged.lock:
            self.acknowledged.names[schedule].append(name)
        path = f"/v1/schedules/{schedule}"

        def patch(http: httpx.Client) -> httpx.Response:
            etag = http.get(path).headers["etag"]
            headers = {
                "If-Match": etag,
                "Content-Type": "application/merge-patch+json",
            }
            return http.patch(path, json={"name": name}, headers=headers)

        self._answered(patch)
        with self.acknowledged.lock:
            self.acknowledged.names[schedule] = [name]

    def _run(self, schedule: str) -> None:
        run = self._post(f"/v1/schedules/{schedule}/runs", _RUN)
        with self.acknowledged.lock:
            self.acknowledged.runs[run["id"]] = schedule

    def _post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        key = {"Idempotency-Key": str(uuid4())}
        response = self._answered(lambda http: http.post(path, json=body, headers=key))
        made: dict[str, Any] = response.json()
        return made

    def _answered(
        self, request: Callable[[httpx.Client], httpx.Response]
    ) -> httpx.Response:
        """Send until a success is the answer; other answers than these are faults."""
        deadline_s = time.monotonic() + _PATIENCE_S
        seen: list[str] = []
        while time.monotonic() < deadline_s:
            try:
                with self.system().signed_in("admin") as http:
                    response = request(http)
            except Exception as error:  # noqa: BLE001 - killed at any moment
                seen.append(f"{type(error).__name__}: {error}")
            else:
                if response.is_success:
                    return response
                seen.append(f"{response.status_code} {response.text[:200]}")
                if response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY:
                    break
            time.sleep(_PAUSE_S)
        message = f"no success in {_PATIENCE_S} s: {seen[-3:]}"
        self.errors.append(message)
        raise AssertionError(message)
