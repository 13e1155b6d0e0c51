"""All functions of the deployment, invoked by name or ARN."""

from dataclasses import dataclass, field
from pathlib import Path

from flextime_local.any_types import Json
from flextime_local.endpoint import Endpoint
from flextime_local.lambda_runner.definition import FunctionDefinition
from flextime_local.lambda_runner.pool import FunctionPool
from flextime_local.lambda_runner.process import FunctionProcess, Response
from flextime_local.processes.spawner import Spawner


class FunctionNotFoundError(LookupError):
    """No function has this name or ARN."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Function not found: {name}")


def function_name(name_or_arn: str) -> str:
    """Return the bare name in a name, an ARN or a qualified ARN."""
    if not name_or_arn.startswith("arn:"):
        return name_or_arn.split(":", maxsplit=1)[0]
    return name_or_arn.split(":")[6]


@dataclass(slots=True)
class Functions:
    """The functions with their pools of processes."""

    definitions: dict[str, FunctionDefinition]
    spawner: Spawner
    endpoint: Endpoint
    logs: Path
    source_check_interval_s: float = 0.5
    _pools: dict[str, FunctionPool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.logs.mkdir(parents=True, exist_ok=True)
        for name, definition in self.definitions.items():
            self._pools[name] = FunctionPool(
                definition, self._start, self.source_check_interval_s
            )

    def definition(self, name_or_arn: str) -> FunctionDefinition:
        """Return the definition of a function; raises `FunctionNotFoundError`."""
        return self._pool(name_or_arn).definition

    def invoke(self, name_or_arn: str, event: Json) -> Response:
        """Invoke a function and wait; raises `FunctionNotFoundError`."""
        return self._pool(name_or_arn).invoke(event)

    def warm_up(self, name_or_arn: str) -> None:
        """Start one process of a function."""
        self._pool(name_or_arn).warm_up()

    def end_idle(self, longer_than_s: float) -> None:
        """End processes that have been idle for longer."""
        for pool in self._pools.values():
            pool.end_idle(longer_than_s)

    def close(self) -> None:
        """End idle processes; busy ones end with the spawner."""
        for pool in self._pools.values():
            pool.close()

    def _pool(self, name_or_arn: str) -> FunctionPool:
        name = function_name(name_or_arn)
        if name not in self._pools:
            raise FunctionNotFoundError(name_or_arn)
        return self._pools[name]

    def _start(self, definition: FunctionDefinition) -> FunctionProcess:
        log = self.logs / f"{definition.label}.log"
        return FunctionProcess.start(definition, self.spawner, self.endpoint, log)
