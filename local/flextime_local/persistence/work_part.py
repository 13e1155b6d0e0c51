"""Tasks that were accepted, and how far mappings have read their streams."""

from dataclasses import asdict, dataclass, field
from typing import Self

from flextime_local.any_types import Untyped
from flextime_local.events.durable_tasks import Work
from flextime_local.persistence.database import Database
from flextime_local.persistence.kept_values import KeptValues


@dataclass(frozen=True, slots=True)
class WorkPart:
    """Changes by `record` only."""

    tasks: KeptValues
    streams: KeptValues
    pending: dict[str, Work] = field(default_factory=dict)
    positions: dict[str, int] = field(default_factory=dict)
    """Sequence number of the next record, by mapping."""

    @classmethod
    def of(cls, database: Database) -> Self:
        """Return the part that a database keeps."""
        return cls(
            KeptValues(database, "tasks"), KeptValues(database, "stream positions")
        )

    def record(self, kind: str, content: Untyped) -> None:
        """Write that a task was accepted or completed, or a stream read."""
        match kind:
            case "work-owed":
                self.pending[content.id] = content
                self.tasks.put(content.id, asdict(content))
            case "work-settled":
                self.pending.pop(content, None)
                self.tasks.delete(content)
            case "stream-position":
                name, position = content
                self.positions[name] = position
                self.streams.put(name, position)
            case _:
                raise ValueError(f"unknown kind of record: {kind}")

    def restore(self) -> None:
        """Read what an earlier process has written."""
        for key, content, _ in self.tasks.all():
            self.pending[key] = Work(**content)
        for name, position, _ in self.streams.all():
            self.positions[name] = position
