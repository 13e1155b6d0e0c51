"""From settings to a wired application: the only builder of adapters and clients."""

# ruff: noqa: PLC0415 - a part is imported when it is first used: a cold start of the
# function that publishes events does not pay for reading league documents.

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, TypedDict, Unpack

import boto3
from botocore.config import Config

from flextime.adapters.system_clock import SystemClock
from flextime.adapters.time_ordered_ids import time_ordered_id
from flextime.domain.ids import AttemptId, RunId, TenantId
from flextime.settings import Settings
from flextime.usecases.ports import Clock, EventBus, Mailer, Revisions, Store, Workflow
from flextime.usecases.runs.ports import AttemptFiles, AttemptPeers, RunFileStore

if TYPE_CHECKING:
    from flextime.adapters.s3.s3_objects import S3Objects

# A call that hangs must leave time for its retry within a function's timeout.
_CALLS = Config(
    connect_timeout=3,
    read_timeout=8,
    retries={"mode": "standard", "total_max_attempts": 3},
)


class Parts(TypedDict, total=False):
    """Parts to use in place of those that the settings would give."""

    store: Store
    revisions: Revisions
    run_file_store: RunFileStore
    workflow: Workflow
    mailer: Mailer
    event_bus: EventBus
    clock: Clock
    new_id: Callable[[], str]


@dataclass(frozen=True)
class Application:
    """The parts, each built once, when it is first asked for."""

    settings: Settings

    @cached_property
    def store(self) -> Store:
        from flextime.adapters.dynamodb.store import DynamoStore

        client = boto3.client("dynamodb", config=_CALLS)
        return DynamoStore(client, self.settings.table_name)

    @cached_property
    def revisions(self) -> Revisions:
        from flextime.adapters.s3.revisions import ObjectRevisions

        return ObjectRevisions(self._objects)

    @cached_property
    def run_file_store(self) -> RunFileStore:
        from flextime.adapters.s3.run_files import ObjectRunFileStore

        return ObjectRunFileStore(self._objects)

    @cached_property
    def workflow(self) -> Workflow:
        from flextime.adapters.stepfunctions import StepFunctionsWorkflow

        client = boto3.client("stepfunctions", config=_CALLS)
        return StepFunctionsWorkflow(client, self.settings.state_machine_arn)

    @cached_property
    def mailer(self) -> Mailer:
        from flextime.adapters.ses import SesMailer

        client = boto3.client("sesv2", config=_CALLS)
        return SesMailer(client, self.settings.sender_email)

    @cached_property
    def event_bus(self) -> EventBus:
        from flextime.adapters.eventbridge import EventBridgeBus

        client = boto3.client("events", config=_CALLS)
        return EventBridgeBus(client, self.settings.event_bus_name)

    @cached_property
    def clock(self) -> Clock:
        return SystemClock()

    @cached_property
    def new_id(self) -> Callable[[], str]:
        return time_ordered_id

    @cached_property
    def _objects(self) -> "S3Objects":
        return _objects(self.settings)


def bootstrap(settings: Settings, **parts: Unpack[Parts]) -> Application:
    """The application as `settings` place it; `parts` stand in for its own."""
    application = Application(settings)
    # Where a cached property keeps its value: what is there is never built.
    application.__dict__.update(parts)
    return application


@cache
def get_application() -> Application:
    """The one of this process, as its environment places it."""
    return bootstrap(Settings.from_environment())


def attempt_files(settings: Settings) -> AttemptFiles:
    """The files of the one attempt that a solver container is started for."""
    from flextime.adapters.s3.attempt_files import ObjectAttemptFiles

    return ObjectAttemptFiles(_objects(settings), *_attempt(settings))


def attempt_peers(settings: Settings) -> AttemptPeers:
    """What the other attempts of its run leave for it."""
    from flextime.adapters.s3.attempt_peers import ObjectAttemptPeers

    return ObjectAttemptPeers(_objects(settings), *_attempt(settings))


def _attempt(settings: Settings) -> tuple[TenantId, RunId, AttemptId]:
    return (
        TenantId(settings.tenant),
        RunId(settings.run_id),
        AttemptId(settings.attempt),
    )


def _objects(settings: Settings) -> "S3Objects":
    from flextime.adapters.s3.s3_objects import S3Objects

    return S3Objects(boto3.client("s3", config=_CALLS), settings.bucket_name)
