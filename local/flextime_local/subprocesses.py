"""Functions and tasks as child processes, and their durable tasks."""

from dataclasses import dataclass
from typing import Self

from flextime_local.data_folder import DataFolder
from flextime_local.deploy.deployment import Deployment
from flextime_local.ecs_runner.definition import task_definitions_of
from flextime_local.ecs_runner.tasks import Tasks
from flextime_local.endpoint import Endpoint
from flextime_local.events import asynchronous_invocations, deliveries
from flextime_local.events.asynchronous_invocations import AsynchronousInvocations
from flextime_local.events.deliveries import Deliveries
from flextime_local.events.durable_tasks import DurableTasks, Record
from flextime_local.events.targets import Targets
from flextime_local.lambda_runner.definition import functions_of
from flextime_local.lambda_runner.functions import Functions
from flextime_local.processes.spawner import Spawner


@dataclass(frozen=True, slots=True)
class Subprocesses:
    """Everything that runs in child processes."""

    spawner: Spawner
    functions: Functions
    tasks: Tasks
    durable_tasks: DurableTasks
    asynchronous: AsynchronousInvocations
    deliveries: Deliveries

    @classmethod
    def of(
        cls,
        deployment: Deployment,
        folder: DataFolder,
        endpoint: Endpoint,
        record: Record,
    ) -> Self:
        """Set up the child processes of a deployment; none is started yet."""
        spawner = Spawner()
        functions = Functions(functions_of(deployment), spawner, endpoint, folder.logs)
        tasks = Tasks(
            task_definitions_of(deployment),
            spawner,
            endpoint,
            folder.tasks,
            folder.logs,
        )
        durable_tasks = DurableTasks(record)
        asynchronous = AsynchronousInvocations(functions, durable_tasks)
        delivering = Deliveries(Targets(asynchronous), durable_tasks)
        durable_tasks.register(asynchronous_invocations.KIND, asynchronous)
        durable_tasks.register(deliveries.KIND, delivering)
        return cls(spawner, functions, tasks, durable_tasks, asynchronous, delivering)
