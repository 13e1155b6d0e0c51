"""Dependency injection: the only place where adapters and AWS clients are created."""

# ruff: noqa: PLC0415 - an adapter is imported when it is first used: a cold start of
# the function that publishes events does not import the parsers of league documents.

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
from flextime.usecases.ports import (
    Clock,
    DeadLetterQueue,
    EventBus,
    Mailer,
    Revisions,
    Store,
    Workflow,
)
from flextime.usecases.retry import Retry
from flextime.usecases.runs.ports import AttemptFiles, AttemptPeers, RunFileStore

if TYPE_CHECKING:
    from flextime.adapters.s3.s3_objects import S3Objects

# A request that times out must leave time for its retry within a function's timeout.
_CLIENT_CONFIG = Config(
    connect_timeout=3,
    read_timeout=8,
    retries={"mode": "standard", "total_max_attempts": 3},
)


class Overrides(TypedDict, total=False):
    """Dependencies to use instead of those that the settings describe."""

    store: Store
    revisions: Revisions
    run_file_store: RunFileStore
    workflow: Workflow
    mailer: Mailer
    event_bus: EventBus
    dead_letter_queue: DeadLetterQueue
    clock: Clock
    new_id: Callable[[], str]
    retry: Retry


@dataclass(frozen=True)
class Application:
    """All dependencies of the use cases, each created on first access and then kept.

    Raises
    ------
    MissingSetting
        On access, if a dependency needs a setting that is missing.
    """

    settings: Settings

    @cached_property
    def store(self) -> Store:
        """The store on the table `TABLE_NAME`."""
        from flextime.adapters.dynamodb.store import DynamoStore

        client = boto3.client("dynamodb", config=_CLIENT_CONFIG)
        return DynamoStore(client, self.settings.table_name)

    @cached_property
    def revisions(self) -> Revisions:
        """Revisions in the bucket `BUCKET_NAME`."""
        from flextime.adapters.s3.revisions import ObjectRevisions

        return ObjectRevisions(self._objects)

    @cached_property
    def run_file_store(self) -> RunFileStore:
        """Files of runs in the bucket `BUCKET_NAME`."""
        from flextime.adapters.s3.run_files import ObjectRunFileStore

        return ObjectRunFileStore(self._objects)

    @cached_property
    def workflow(self) -> Workflow:
        """The state machine `STATE_MACHINE_ARN`."""
        from flextime.adapters.step_functions import StepFunctionsWorkflow

        client = boto3.client("stepfunctions", config=_CLIENT_CONFIG)
        return StepFunctionsWorkflow(client, self.settings.state_machine_arn)

    @cached_property
    def mailer(self) -> Mailer:
        """Mail from the sender `SENDER_EMAIL`."""
        from flextime.adapters.messaging.ses import SesMailer

        client = boto3.client("sesv2", config=_CLIENT_CONFIG)
        return SesMailer(client, self.settings.sender_email)

    @cached_property
    def event_bus(self) -> EventBus:
        """The event bus `EVENT_BUS_NAME`."""
        from flextime.adapters.messaging.eventbridge import EventBridgeBus

        client = boto3.client("events", config=_CLIENT_CONFIG)
        return EventBridgeBus(client, self.settings.event_bus_name)

    @cached_property
    def dead_letter_queue(self) -> DeadLetterQueue:
        """The queue `UNPUBLISHED_EVENTS_URL`."""
        from flextime.adapters.messaging.sqs import SqsDeadLetterQueue

        client = boto3.client("sqs", config=_CLIENT_CONFIG)
        return SqsDeadLetterQueue(client, self.settings.unpublished_events_url)

    @cached_property
    def clock(self) -> Clock:
        """The clock of the machine."""
        return SystemClock()

    @cached_property
    def new_id(self) -> Callable[[], str]:
        """A generator of unique identifiers that sort by time."""
        return time_ordered_id

    @cached_property
    def retry(self) -> Retry:
        """How use cases retry after concurrent changes."""
        return Retry()

    @cached_property
    def _objects(self) -> "S3Objects":
        return _objects(self.settings)


def bootstrap(settings: Settings, **overrides: Unpack[Overrides]) -> Application:
    """Return the application that `settings` describe.

    Parameters
    ----------
    overrides
        Used instead of the dependencies of the same name; for tests.
    """
    application = Application(settings)
    # A cached property keeps its value here, and does not compute one that is here.
    application.__dict__.update(overrides)
    return application


@cache
def get_application() -> Application:
    """Return the application of this process, described by its environment."""
    return bootstrap(Settings.from_environment())


def attempt_files(settings: Settings) -> AttemptFiles:
    """Return the files of the attempt that this solver task executes."""
    from flextime.adapters.s3.attempt_files import ObjectAttemptFiles

    return ObjectAttemptFiles(_objects(settings), *_attempt(settings))


def attempt_peers(settings: Settings) -> AttemptPeers:
    """Return the view of the other attempts of the run that this task belongs to."""
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

    return S3Objects(boto3.client("s3", config=_CLIENT_CONFIG), settings.bucket_name)
