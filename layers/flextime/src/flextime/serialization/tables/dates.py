"""Dates of tables, in ISO 8601 or American formats."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

_FORMATS = (
    *("%m/%d/%Y", "%m/%d/%y", "%m-%d-%Y"),
    *("%b %d, %Y", "%B %d, %Y", "%b %d %Y", "%B %d %Y"),
    *("%a, %b %d, %Y", "%A, %B %d, %Y", "%a %b %d %Y", "%A %B %d %Y"),
    *("%d %b %Y", "%d %B %Y", "%d-%b-%Y"),
)


def read_date(text: str, time_zone: str) -> date | None:
    """Return the day of a date or a timestamp, or None if the text is neither.

    Parameters
    ----------
    time_zone
        IANA name of the zone to which a timestamp with an offset is converted.
    """
    try:
        timestamp = datetime.fromisoformat(text)
    except ValueError:
        return _american(text)
    if timestamp.tzinfo is not None:
        timestamp = timestamp.astimezone(ZoneInfo(time_zone))
    return timestamp.date()


def _american(text: str) -> date | None:
    # A time of day after the date is ignored.
    for words in (text, text.partition(" ")[0]):
        for format_ in _FORMATS:
            try:
                return datetime.strptime(words, format_).date()  # noqa: DTZ007 - a day
            except ValueError:
                continue
    return None
