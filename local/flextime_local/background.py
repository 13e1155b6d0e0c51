"""Threads that work without a request: mappings, the clock, and tidying up."""

from dataclasses import dataclass
from threading import Event

from flextime_local.deploy.deployment import Deployment
from flextime_local.deploy.resources.functions import EventSourceMapping
from flextime_local.deploy.resources.senders_and_schedules import Schedule
from flextime_local.events.clock import Clock
from flextime_local.events.poller import Poller
from flextime_local.events.queue_mapping import QueueMapping
from flextime_local.events.stream_mapping import StreamMapping
from flextime_local.state import State
from flextime_local.subprocesses import Subprocesses

_KEPT_EVERY_S = 0.5
_IDLE_S = 60.0


@dataclass(frozen=True, slots=True)
class Background:
    """Starts the threads, which end when `stopping` is set."""

    deployment: Deployment
    subprocesses: Subprocesses
    state: State
    stopping: Event

    def start(self, poller: Poller) -> None:
        """Start every thread as one of the poller's."""
        mappings = {
            mapping.logical_resource_id: self._mapping(mapping)
            for mapping in self.deployment.all_of(EventSourceMapping)
            if str(mapping.properties.get("Enabled", True)).lower() != "false"
        }
        # After all have been made: a stream keeps records until the readers that it
        # knows have read them.
        for name, one in mappings.items():
            poller.keep(name, one.run_once)
        clock = Clock(
            self.subprocesses.deliveries,
            self.deployment.all_of(Schedule),
            self.state.dynamodb.delete_expired,
            self.stopping,
        )
        poller.start("clock", clock.run)
        poller.start("keeper", self._keep)
        poller.start("idle functions", self._end_idle)

    def _mapping(self, mapping: EventSourceMapping) -> StreamMapping | QueueMapping:
        functions = self.subprocesses.functions
        if ":dynamodb:" not in mapping.properties["EventSourceArn"]:
            return QueueMapping(mapping.properties, functions)
        store = self.state.store
        name = mapping.logical_resource_id
        return StreamMapping(
            name,
            mapping.properties,
            functions,
            store.make_durable,
            lambda name, position: store.record("stream-position", (name, position)),
            self.stopping,
            self.state.dynamodb.streams,
            self.state.work.positions.get(name),
        )

    def _keep(self) -> None:
        """Put to disk what changes without a request, like the end of an execution."""
        while not self.stopping.wait(_KEPT_EVERY_S):
            self.state.store.make_durable()

    def _end_idle(self) -> None:
        while not self.stopping.wait(_IDLE_S):
            self.subprocesses.functions.end_idle(longer_than_s=_IDLE_S)
