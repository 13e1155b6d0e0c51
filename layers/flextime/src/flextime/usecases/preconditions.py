"""Whether the version that a caller has read is still the newest."""

from flextime.domain.errors import StaleVersion


def ensure_current_version(newest: int, read: int | None) -> None:
    """Raise `StaleVersion` unless `read` is the newest, or None for whatever it is."""
    if read is not None and read != newest:
        raise StaleVersion(f"the newest version is {newest}, not {read}")
