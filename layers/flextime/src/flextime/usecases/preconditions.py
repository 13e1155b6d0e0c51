"""Optimistic concurrency: the version that a caller has read must be current."""

from flextime.domain.errors import StaleVersion

type ExpectedVersion = int | frozenset[int] | None
"""The version that a caller has read, several of which one must match, or any."""


def ensure_current_version(current: int, expected: ExpectedVersion) -> None:
    """Raise `StaleVersion` unless `expected` is or contains `current`, or is None."""
    if expected is None or expected == current:
        return
    if isinstance(expected, frozenset):
        if current in expected:
            return
        expected_text = " or ".join(map(str, sorted(expected)))
    else:
        expected_text = str(expected)
    raise StaleVersion(f"the newest version is {current}, not {expected_text}")
