"""Whole objects under keys: what files of runs and revisions are kept in."""

from typing import Protocol


class Objects(Protocol):
    """Readers see an object as one writer wrote it, or none: never half of it."""

    def get(self, key: str) -> bytes | None: ...

    def put(self, key: str, body: bytes) -> None:
        """Write, or replace whole."""
        ...

    def put_new(self, key: str, body: bytes) -> bool:
        """Write if nothing is there; whether it did."""
        ...

    def exists(self, key: str) -> bool: ...

    def keys(self, prefix: str) -> list[str]: ...
