"""Events that requests have stored in the outbox."""

from fakes.memory_store import MemoryStore
from flextime.bootstrap import Application


def event_types(application: Application) -> list[str]:
    """Return the types of the events in the outbox, oldest first."""
    assert isinstance(application.store, MemoryStore)
    return [event.event_type for event in application.store.outbox]
