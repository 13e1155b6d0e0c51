from dataclasses import replace
from datetime import UTC, datetime

import pytest

from flextime.domain.errors import RequestInFlight, Unavailable
from flextime.domain.events import (
    Envelope,
    EventData,
    Metadata,
    NotificationSent,
    OptimizationCompleted,
    OptimizationFailed,
    ScheduleDeleted,
)
from flextime.domain.ids import EventId
from flextime.serialization.events.envelope import write_envelope
from flextime.usecases.notifications.email_message import message_for
from flextime.usecases.notifications.notify_owner import notify_owner
from flextime.usecases.transaction import Reservation
from runs import OWNER, RUN, TENANT, RunScenario

URL = "https://flextime.example"
DONE = OptimizationCompleted(
    schedule="mbb",
    schedule_name="Men's basketball",
    status="completed",
    hard_violations=0,
    objective=251_400.5,
    travel_km=251_327,
    bound=226_006.0,
    optimization_score=0.899,
    revision=3,
    reasons=(),
    owner_email="ann@example.edu",
)


def an_envelope(data: EventData = DONE) -> Envelope:
    return Envelope(
        event_id=EventId("event-1"),
        event_type=data.event_type,
        timestamp=datetime(2026, 1, 1, tzinfo=UTC),
        aggregate_id=RUN,
        aggregate_version=4,
        data=data,
        metadata=Metadata(TENANT, OWNER, "call-1"),
    )


def notify(scenario: RunScenario, data: EventData = DONE) -> bool:
    return notify_owner(scenario.application, an_envelope(data), URL)


def test_the_owner_gets_one_mail_with_the_figures_of_the_run(
    scenario: RunScenario,
) -> None:
    assert notify(scenario)

    (mail,) = scenario.mailer.sent
    assert mail.recipient == "ann@example.edu"
    assert mail.subject == "Men's basketball: a schedule that keeps all hard rules"
    assert mail.text.splitlines() == [
        "The optimisation of “Men's basketball” is over: completed.",
        "",
        "Hard violations: 0",
        "Travel of all teams: 251,327 km",
        "Objective: 251,400.5 points (fewer is better)",
        "Proven bound: no schedule has fewer than 226,006.0 points",
        "Optimization score (bound / objective): 89.9%",
        "Kept as revision 3",
        "",
        "See it: https://flextime.example/schedules/mbb",
    ]


def test_a_sent_mail_is_an_event_without_the_address(
    scenario: RunScenario,
) -> None:
    notify(scenario)

    (envelope,) = scenario.store.outbox
    assert envelope.data == NotificationSent(channel="email", about=DONE.event_type)
    assert (envelope.aggregate_id, envelope.metadata.correlation_id) == (RUN, "call-1")
    assert "ann@example.edu" not in write_envelope(envelope)


def test_the_same_event_twice_is_one_mail(scenario: RunScenario) -> None:
    assert notify(scenario)
    assert not notify(scenario)

    assert len(scenario.mailer.sent) == 1


def test_a_mail_that_could_not_be_sent_is_sent_on_the_next_delivery(
    scenario: RunScenario,
) -> None:
    scenario.mailer.failures = 1

    with pytest.raises(Unavailable):
        notify(scenario)
    assert notify(scenario)

    assert len(scenario.mailer.sent) == 1


def test_two_concurrent_deliveries_send_one_mail(scenario: RunScenario) -> None:
    now = scenario.application.clock.now()
    other = Reservation("notification-event-1", "event-1", token="other", at=now)
    scenario.store.reserve(TENANT, other)

    with pytest.raises(RequestInFlight):
        notify(scenario)

    assert scenario.mailer.sent == []


def test_an_owner_without_an_address_gets_no_mail(scenario: RunScenario) -> None:
    assert not notify(scenario, replace(DONE, owner_email=None))
    assert scenario.mailer.sent == []


def test_the_mail_about_a_failed_run_has_its_error_and_its_revision(
    scenario: RunScenario,
) -> None:
    failed = OptimizationFailed(
        schedule="mbb",
        schedule_name="Men's basketball",
        error="The run took longer than it may.",
        revision=2,
        owner_email="ann@example.edu",
    )

    assert notify(scenario, failed)

    (mail,) = scenario.mailer.sent
    assert mail.subject == "Men's basketball: the optimisation failed"
    assert mail.text.splitlines() == [
        "The optimisation of “Men's basketball” failed. This is a fault of the system.",
        "",
        "The run took longer than it may.",
        "The best schedule found until then is kept as revision 2",
        "",
        "See it: https://flextime.example/schedules/mbb",
    ]


def test_other_events_are_not_mailed(scenario: RunScenario) -> None:
    assert not notify(scenario, ScheduleDeleted())


@pytest.mark.parametrize(
    ("outcome", "headline"),
    [
        ({"status": "infeasible"}, "no schedule can keep all hard rules"),
        ({"status": "cancelled"}, "stopped, the best so far is kept"),
        ({"status": "cancelled", "revision": None}, "stopped"),
        ({"hard_violations": None}, "no schedule was found"),
        ({"hard_violations": 2}, "the best schedule found breaks 2 hard rules"),
    ],
)
def test_the_subject_has_the_status_of_the_run(
    outcome: dict[str, object], headline: str
) -> None:
    ended = replace(DONE, **outcome)  # type: ignore[arg-type]  # any field's value

    assert message_for(ended, URL).subject == f"Men's basketball: {headline}"


def test_the_mail_gives_the_reasons_for_having_no_schedule() -> None:
    ended = replace(DONE, status="infeasible", reasons=("B has no free date.",))

    assert "B has no free date." in message_for(ended, URL).text.splitlines()


def test_a_line_break_in_a_name_does_not_end_the_subject() -> None:
    ended = replace(DONE, schedule_name="MBB\r\nBcc: all@example.edu")

    assert message_for(ended, URL).subject.startswith("MBB Bcc: all@example.edu:")
