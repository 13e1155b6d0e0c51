"""Storage of objects under keys: S3, or a folder in tests."""

from typing import Protocol


class Objects(Protocol):
    """Objects that are replaced as a whole: readers never see a partial write."""

    def get(self, key: str) -> bytes | None:
        """Read an object; None if there is none."""
        ...

    def put(self, key: str, body: bytes) -> None:
        """Create or replace an object."""
        ...

    def put_new(self, key: str, body: bytes) -> bool:
        """Create an object unless it exists; return whether it was created."""
        ...

    def exists(self, key: str) -> bool:
        """Whether there is an object."""
        ...

    def keys(self, prefix: str) -> list[str]:
        """List the keys that start with `prefix`, sorted."""
        ...
