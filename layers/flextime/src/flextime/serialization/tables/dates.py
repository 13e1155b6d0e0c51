"""Dates as tables write them: ISO 8601 first, then as Americans do."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

_FORMS = (
    *("%m/%d/%Y", "%m/%d/%y", "%m-%d-%Y"),
    *("%b %d, %Y", "%B %d, %Y", "%b %d %Y", "%B %d %Y"),
    *("%a, %b %d, %Y", "%A, %B %d, %Y", "%a %b %d %Y", "%A %B %d %Y"),
    *("%d %b %Y", "%d %B %Y", "%d-%b-%Y"),
)


def read_date(text: str, time_zone: str) -> date | None:
    """The day of a date, or of a moment at a place in `time_zone`; None for neither."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return _american(text)
    if moment.tzinfo is not None:
        moment = moment.astimezone(ZoneInfo(time_zone))
    return moment.date()


def _american(text: str) -> date | None:
    # A time of the day after the date says nothing of the day.
    for words in (text, text.partition(" ")[0]):
        for form in _FORMS:
            try:
                return datetime.strptime(words, form).date()  # noqa: DTZ007 - a day
            except ValueError:
                continue
    return None
