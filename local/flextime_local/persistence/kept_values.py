"""Values of one part of the state, by key, in the order of their arrival."""

import base64
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from flextime_local.any_types import Untyped
from flextime_local.persistence.database import Database

_BYTES: Final = "$bytes"
_TIME: Final = "$time"

_PUT = """
INSERT INTO kept (part, key, content, body) VALUES (?, ?, ?, ?)
ON CONFLICT (part, key) DO UPDATE SET content = excluded.content, body = excluded.body
"""


@dataclass(frozen=True, slots=True)
class KeptValues:
    """Reads and writes the values of one part; the caller opens the transaction."""

    database: Database
    part: str

    def put(self, key: str, content: Untyped, body: bytes | None = None) -> None:
        """Store a value: JSON with bytes and times in it, and perhaps a body."""
        text = encoded(content)
        self.database.write(_PUT, (self.part, key, text, body))

    def delete(self, key: str) -> None:
        """Remove a value, if it is there."""
        self.database.write(
            "DELETE FROM kept WHERE part = ? AND key = ?", (self.part, key)
        )

    def all(self) -> Iterator[tuple[str, Any, bytes | None]]:
        """Return key, content and body of every value."""
        rows = self.database.rows(
            "SELECT key, content, body FROM kept WHERE part = ? ORDER BY id",
            (self.part,),
        )
        for key, content, body in rows:
            yield key, decoded(content), body


def encoded(content: Untyped) -> str:
    """Return JSON in which bytes and times are objects of one entry."""
    return json.dumps(content, default=_as_json, separators=(",", ":"))


def decoded(text: str) -> Untyped:
    """Return what `encoded` has encoded."""
    return json.loads(text, object_hook=_from_json)


def _as_json(value: Untyped) -> dict[str, str]:
    if isinstance(value, bytes):
        return {_BYTES: base64.b64encode(value).decode()}
    if isinstance(value, datetime):
        return {_TIME: value.isoformat()}
    raise TypeError(f"{type(value).__name__} cannot be kept")


def _from_json(content: dict[str, Any]) -> Untyped:
    if content.keys() == {_BYTES}:
        return base64.b64decode(content[_BYTES])
    if content.keys() == {_TIME}:
        return datetime.fromisoformat(content[_TIME])
    return content
