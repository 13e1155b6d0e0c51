"""All tasks of the stack: run, describe and stop them."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import uuid4

from flextime_local.ecs_runner.definition import LocalTaskDefinition
from flextime_local.ecs_runner.task import Task
from flextime_local.endpoint import Endpoint
from flextime_local.processes.environment import child_environment
from flextime_local.processes.spawner import Spawner

_MOST_KEPT = 1000  # ECS forgets stopped tasks after an hour


class TaskDefinitionNotFoundError(LookupError):
    """No task definition has this ARN."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Unable to describe task definition {name}.")


@dataclass(slots=True)
class Tasks:
    """The tasks that were started since the stack started."""

    definitions: dict[str, LocalTaskDefinition]
    spawner: Spawner
    endpoint: Endpoint
    folder: Path
    logs: Path
    _tasks: dict[str, Task] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self.logs.mkdir(parents=True, exist_ok=True)

    def warm_up(self) -> None:
        """Begin what the images would have done when they were built."""
        for definition in self.definitions.values():
            if definition.warm_up:
                with (self.logs / f"{definition.family}-warm-up.log").open("wb") as log:
                    self.spawner.start(
                        definition.warm_up,
                        child_environment(self.endpoint),
                        log,
                        folder=self.folder,
                    )

    def run(self, request: dict[str, Any]) -> Task:
        """Start a task; raises `TaskDefinitionNotFoundError`."""
        definition = self._definition(request["taskDefinition"])
        overrides = request.get("overrides", {})
        container = _container_overrides(overrides, definition.container_name)
        task_id = uuid4().hex
        environment = child_environment(self.endpoint) | definition.environment
        for entry in container.get("environment", []):
            environment[entry["name"]] = entry["value"]
        with (self.logs / f"{definition.family}-{task_id}.log").open("ab") as log:
            process = self.spawner.start(
                [*definition.command, *container.get("command", [])],
                environment,
                log,
                folder=self.folder,
            )
        task = Task(
            task_id,
            request.get("cluster", "default"),
            definition,
            overrides,
            request.get("startedBy", ""),
            process,
        )
        self._tasks[task.arn] = task
        self._forget_oldest()
        return task

    def find(self, id_or_arn: str) -> Task | None:
        """Return the task with this id or ARN, or None."""
        if id_or_arn in self._tasks:
            return self._tasks[id_or_arn]
        tasks = self._tasks.values()
        return next((task for task in tasks if task.id == id_or_arn), None)

    def all(self) -> list[Task]:
        """Return all tasks that are remembered."""
        return list(self._tasks.values())

    def _definition(self, name: str) -> LocalTaskDefinition:
        for definition in self.definitions.values():
            family_and_revision = definition.arn.rpartition("/")[2]
            if name in {definition.arn, definition.family, family_and_revision}:
                return definition
        raise TaskDefinitionNotFoundError(name)

    def _forget_oldest(self) -> None:
        stopped = [arn for arn, task in self._tasks.items() if task.is_stopped]
        for arn in stopped[: max(0, len(self._tasks) - _MOST_KEPT)]:
            del self._tasks[arn]


def _container_overrides(overrides: dict[str, Any], name: str) -> dict[str, Any]:
    for entry in overrides.get("containerOverrides", []):
        if entry["name"] == name:
            found: dict[str, Any] = entry
            return found
    return {}
