"""One task: a child process with the description that ECS gives."""

import signal
import subprocess
import time
from dataclasses import dataclass, field
from threading import Lock, Thread
from typing import Any

from flextime_local.ecs_runner.definition import LocalTaskDefinition
from flextime_local.names import ACCOUNT_ID, REGION
from flextime_local.processes.spawner import kill


@dataclass(slots=True)
class Task:
    """A running or stopped task."""

    id: str
    cluster_arn: str
    definition: LocalTaskDefinition
    overrides: dict[str, Any]
    started_by: str
    process: subprocess.Popen[bytes]
    created_at_s: float = field(default_factory=time.time)
    stopped_at_s: float | None = None
    stopped_reason: str | None = None
    _lock: Lock = field(default_factory=Lock)

    def __post_init__(self) -> None:
        Thread(target=self._watch, name=f"task-{self.id}", daemon=True).start()

    @property
    def arn(self) -> str:
        """ARN of the task."""
        cluster = self.cluster_arn.rpartition("/")[2]
        return f"arn:aws:ecs:{REGION}:{ACCOUNT_ID}:task/{cluster}/{self.id}"

    @property
    def is_stopped(self) -> bool:
        """Whether its process has ended."""
        return self.stopped_at_s is not None

    def stop(self, reason: str) -> None:
        """Ask it to end, and kill it when its time to stop is over."""
        with self._lock:
            if self.stopped_reason is not None or self.is_stopped:
                return
            self.stopped_reason = reason
        Thread(target=self._stop, name=f"stop-{self.id}", daemon=True).start()

    def _stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)  # a container's init tells only it
        try:
            self.process.wait(self.definition.stop_timeout_s)
        except subprocess.TimeoutExpired:
            kill(self.process)

    def _watch(self) -> None:
        self.process.wait()
        self.stopped_at_s = time.time()

    def describe(self) -> dict[str, Any]:
        """Return the description that DescribeTasks gives."""
        status = "STOPPED" if self.is_stopped else "RUNNING"
        container: dict[str, Any] = {
            "containerArn": f"{self.arn}/{self.definition.container_name}",
            "taskArn": self.arn,
            "name": self.definition.container_name,
            "lastStatus": status,
        }
        description: dict[str, Any] = {
            "taskArn": self.arn,
            "clusterArn": self.cluster_arn,
            "taskDefinitionArn": self.definition.arn,
            "group": f"family:{self.definition.family}",
            "launchType": "FARGATE",
            "overrides": self.overrides,
            "lastStatus": status,
            "desiredStatus": "STOPPED" if self.stopped_reason else status,
            "createdAt": self.created_at_s,
            "startedAt": self.created_at_s,
            "startedBy": self.started_by,
            "containers": [container],
        }
        if self.is_stopped:
            container["exitCode"] = self._exit_code()
            description["stoppedAt"] = self.stopped_at_s
            description["stopCode"] = (
                "UserInitiated" if self.stopped_reason else "EssentialContainerExited"
            )
            description["stoppedReason"] = (
                self.stopped_reason or "Essential container in task exited"
            )
        return description

    def _exit_code(self) -> int:
        code: int = self.process.returncode
        return code if code >= 0 else 128 - code  # as a container reports a signal
