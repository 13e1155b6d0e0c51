"""Filter criteria of event source mappings."""

import json
from dataclasses import dataclass
from typing import Any, Self

from moto.events.models import EventPattern


@dataclass(frozen=True, slots=True)
class FilterCriteria:
    """Patterns of which a record must match one."""

    patterns: tuple[EventPattern, ...]

    @classmethod
    def of(cls, mapping: dict[str, Any]) -> Self:
        """Return the criteria of a mapping."""
        filters = mapping.get("FilterCriteria", {}).get("Filters", [])
        return cls(tuple(EventPattern.load(one["Pattern"]) for one in filters))

    def lets_through(self, record: dict[str, Any]) -> bool:
        """Whether a stream record matches."""
        if not self.patterns:
            return True
        return any(pattern.matches_event(record) for pattern in self.patterns)  # type: ignore[arg-type] # any JSON object

    def lets_message_through(self, record: dict[str, Any]) -> bool:
        """Whether a message matches; its body is read as JSON."""
        if not self.patterns:
            return True
        try:
            body = json.loads(record["body"])
        except json.JSONDecodeError:
            return False
        return self.lets_through(record | {"body": body})
