from datetime import UTC, datetime

import pytest

from flextime_local.events.schedules import ScheduleError, parse_schedule


def second(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp())


@pytest.mark.parametrize(
    ("expression", "moment", "is_due"),
    [
        ("cron(0 10 * * ? *)", "2026-11-23T10:00", True),
        ("cron(0 10 * * ? *)", "2026-11-23T10:01", False),
        ("cron(0/15 * * * ? *)", "2026-11-23T07:45", True),
        ("cron(0 18 ? * MON-FRI *)", "2026-11-23T18:00", True),  # a Monday
        ("cron(0 18 ? * MON-FRI *)", "2026-11-22T18:00", False),
        ("cron(0 8 1 JAN,JUL ? *)", "2026-07-01T08:00", True),
        ("cron(0 8 L * ? *)", "2028-02-29T08:00", True),
        ("cron(0 8 L * ? *)", "2028-02-28T08:00", False),
        ("cron(0 8 ? * 1 2027)", "2026-11-22T08:00", False),
    ],
)
def test_a_cron_schedule_is_due_in_its_minutes(
    expression: str,
    moment: str,
    is_due: bool,  # noqa: FBT001 - a column of the table
) -> None:
    assert parse_schedule(expression).is_due(0.0, second(moment)) is is_due


@pytest.mark.parametrize(
    ("expression", "minutes"),
    [
        ("rate(1 minute)", [1, 2, 3, 4, 5, 6]),
        ("rate(3 minutes)", [3, 6]),
        ("rate(1 hour)", []),
    ],
)
def test_a_rate_counts_from_the_start(expression: str, minutes: list[int]) -> None:
    start_s = second("2026-11-23T10:00") + 25
    first_s = second("2026-11-23T10:00")

    due = [
        minute
        for minute in range(7)
        if parse_schedule(expression).is_due(start_s, first_s + 60 * minute)
    ]

    assert due == minutes


@pytest.mark.parametrize(
    "expression",
    [
        "",
        "rate(0.5 hours)",
        "cron(0 10 * *)",
        "cron(61 * * * ? *)",
        "cron(x * * * ? *)",
    ],
)
def test_what_cannot_be_read_is_named(expression: str) -> None:
    with pytest.raises(ScheduleError, match="cannot read the schedule"):
        parse_schedule(expression)
