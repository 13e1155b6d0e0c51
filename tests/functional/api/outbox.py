"""What a request has told."""

from fakes.memory_store import MemoryStore
from flextime.bootstrap import Application


def told(application: Application) -> list[str]:
    """Types of the events that wait to be published, in their order."""
    assert isinstance(application.store, MemoryStore)
    return [event.event_type for event in application.store.outbox]
