"""The clock of the machine."""

from datetime import UTC, datetime


class SystemClock:
    """Reads the system time."""

    def now(self) -> datetime:
        """Return the current time in UTC."""
        return datetime.now(UTC)
