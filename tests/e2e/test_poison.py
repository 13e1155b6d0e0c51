"""What can never be worked off ends where an alarm watches, and blocks nothing."""

import json
from typing import Any

import pytest

from e2e.conference_office import TENNIS, Office
from e2e.whole_system import WholeSystem, ask_to_end, eventually, solver_processes

pytestmark = pytest.mark.e2e


def queue_url(system: WholeSystem, name: str) -> str:
    urls = system.aws("sqs").list_queues()["QueueUrls"]
    (url,) = (url for url in urls if name in url.rpartition("/")[2])
    return str(url)


def bodies_in(system: WholeSystem, queue: str) -> list[str]:
    response = system.aws("sqs").receive_message(
        QueueUrl=queue_url(system, queue), MaxNumberOfMessages=10, VisibilityTimeout=0
    )
    return [message["Body"] for message in response.get("Messages", [])]


def publish(system: WholeSystem, detail: dict[str, Any]) -> None:
    system.aws("events").put_events(
        Entries=[
            {
                "EventBusName": system.output("EventBusName"),
                "Source": "flextime.poison",
                "DetailType": "optimization.completed",
                "Detail": json.dumps(detail),
            }
        ]
    )


@pytest.fixture
def impatient(system: WholeSystem) -> None:
    """The queue gives a message back at once and not after three minutes."""
    system.aws("sqs").set_queue_attributes(
        QueueUrl=queue_url(system, "OwnerNotifications"),
        Attributes={"VisibilityTimeout": "1"},
    )


@pytest.mark.usefixtures("impatient")
def test_an_event_that_nobody_can_read_ends_in_the_dead_letter_queue(
    system: WholeSystem,
) -> None:
    publish(system, {"poison": "no envelope"})

    (dead,) = eventually(lambda: bodies_in(system, "UnsentNotifications"))

    assert json.loads(dead)["detail"] == {"poison": "no envelope"}


def test_mails_go_on_beside_poison(system: WholeSystem, office: Office) -> None:
    publish(system, {"poison": "in the way"})
    schedule = office.begin_schedule("Beside poison", TENNIS)
    run = office.ask_for_run(schedule, time_limit_s=600, attempts=1, seed=1)
    office.when_feasible(run)
    ask_to_end(solver_processes(run)["1"])
    office.when_over(run)

    subject = "Beside poison: a schedule that keeps all hard rules"
    eventually(lambda: [m for m in system.mails() if m["subject"] == subject])
