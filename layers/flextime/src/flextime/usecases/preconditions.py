"""Optimistic concurrency: the version that a caller has read must be current."""

from flextime.domain.errors import StaleVersion


def ensure_current_version(current: int, expected: int | None) -> None:
    """Raise `StaleVersion` unless `expected` is `current` or None, for any version."""
    if expected is not None and expected != current:
        raise StaleVersion(f"the newest version is {current}, not {expected}")
