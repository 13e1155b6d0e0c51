"""ECS: RunTask, DescribeTasks, StopTask and ListTasks, executed as child processes."""

from dataclasses import dataclass
from typing import Any

from flextime_local.aws_endpoint.message import Request, Response
from flextime_local.ecs_runner.tasks import TaskDefinitionNotFoundError, Tasks


@dataclass(frozen=True, slots=True)
class EcsApi:
    """Answers requests that are signed for ECS."""

    tasks: Tasks

    def response(self, request: Request) -> Response:
        """Return the response to a request."""
        content = request.json()
        match request.operation:
            case "RunTask":
                return self._run(content)
            case "DescribeTasks":
                return self._describe(content)
            case "StopTask":
                return self._stop(content)
            case "ListTasks":
                return self._list(content)
            case operation:
                return Response.error(
                    "NotImplementedException",
                    f"The local stack's ECS has no {operation}",
                    501,
                )

    def _run(self, content: dict[str, Any]) -> Response:
        try:
            tasks = [self.tasks.run(content) for _ in range(content.get("count", 1))]
        except TaskDefinitionNotFoundError as error:
            return Response.error("ClientException", str(error))
        return Response.json(
            {"tasks": [task.describe() for task in tasks], "failures": []}
        )

    def _describe(self, content: dict[str, Any]) -> Response:
        found, failures = [], []
        for name in content["tasks"]:
            task = self.tasks.find(name)
            if task is None:
                failures.append({"arn": name, "reason": "MISSING"})
            else:
                found.append(task.describe())
        return Response.json({"tasks": found, "failures": failures})

    def _stop(self, content: dict[str, Any]) -> Response:
        task = self.tasks.find(content["task"])
        if task is None:
            return Response.error(
                "InvalidParameterException", "The referenced task was not found."
            )
        task.stop(content.get("reason", "Task stopped by user"))
        return Response.json({"task": task.describe()})

    def _list(self, content: dict[str, Any]) -> Response:
        wanted = content.get("desiredStatus", "RUNNING")
        descriptions = [task.describe() for task in self.tasks.all()]
        arns = [
            one["taskArn"] for one in descriptions if one["desiredStatus"] == wanted
        ]
        return Response.json({"taskArns": arns})
