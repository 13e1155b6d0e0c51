from datetime import UTC, datetime

import pytest

from fakes.services import (
    RecordingWorkflow,
    SequentialIds,
    UnavailableWorkflow,
    a_retry,
)
from flextime.bootstrap import Application, bootstrap
from flextime.domain.errors import Unavailable
from flextime.domain.events import OptimizationProgressed, OptimizationStarted
from flextime.domain.ids import EventId, RunId
from flextime.domain.runs.run import RunParameters, RunStatus
from flextime.usecases.ports import OutboxEvent, Workflow
from flextime.usecases.request_context import RequestContext, no_response
from flextime.usecases.runs.manage_runs import cancel_run, read_run, request_run
from flextime.usecases.runs.start_requested_run import start_requested_run
from runs import LONG_AGO, OWNER, RUN, SCHEDULE, TENANT, RunScenario, a_run

LATER = datetime(2026, 1, 1, tzinfo=UTC)
CONTEXT = RequestContext(
    tenant=TENANT,
    user=OWNER,
    email=None,
    correlation_id="request-1",
    at=LATER,
    new_id=SequentialIds(),
)


def with_workflow(scenario: RunScenario, workflow: Workflow) -> Application:
    return bootstrap(
        scenario.application.settings,
        store=scenario.store,
        run_file_store=scenario.application.run_file_store,
        workflow=workflow,
        retry=a_retry(),
    )


def an_outbox_event(event_type: str) -> OutboxEvent:
    return OutboxEvent(
        event_id=EventId("event-1"),
        event_type=event_type,
        source="flextime.runs",
        occurred_at=LONG_AGO,
        tenant=TENANT,
        aggregate_id=RUN,
        text="{}",
    )


def test_reading_a_run_that_is_queued_for_long_does_not_start_it(
    scenario: RunScenario,
) -> None:
    scenario.add_run(a_run(RunStatus.QUEUED))
    workflow = RecordingWorkflow()

    current, progress = read_run(with_workflow(scenario, workflow), CONTEXT, RUN)

    assert (current.value.status, progress) == (RunStatus.QUEUED, ())
    assert workflow.runs == []


def test_a_run_whose_workflow_is_unavailable_stays_queued(
    scenario: RunScenario,
) -> None:
    scenario.add_run(a_run(RunStatus.COMPLETED))
    application = with_workflow(scenario, UnavailableWorkflow())

    saved = request_run(application, CONTEXT, SCHEDULE, RunParameters(), no_response)

    current, _ = read_run(application, CONTEXT, saved.value.id)
    assert current.value.status is RunStatus.QUEUED
    event = scenario.store.outbox[-1]
    assert event.event_type == OptimizationStarted.event_type
    assert event.aggregate_id == saved.value.id


def test_the_event_of_a_requested_run_starts_it(scenario: RunScenario) -> None:
    workflow = RecordingWorkflow()
    application = with_workflow(scenario, workflow)

    started = an_outbox_event(OptimizationStarted.event_type)
    assert start_requested_run(application, started)
    assert workflow.runs == [(TENANT, RunId(RUN))]


def test_other_events_start_nothing(scenario: RunScenario) -> None:
    workflow = RecordingWorkflow()
    application = with_workflow(scenario, workflow)

    progressed = an_outbox_event(OptimizationProgressed.event_type)
    assert not start_requested_run(application, progressed)
    assert workflow.runs == []


def test_an_event_whose_workflow_is_unavailable_is_to_be_delivered_again(
    scenario: RunScenario,
) -> None:
    application = with_workflow(scenario, UnavailableWorkflow())

    with pytest.raises(Unavailable):
        start_requested_run(
            application, an_outbox_event(OptimizationStarted.event_type)
        )


def test_a_cancelled_run_that_is_queued_is_started_so_that_it_can_end(
    scenario: RunScenario,
) -> None:
    scenario.add_run(a_run(RunStatus.QUEUED))
    workflow = RecordingWorkflow()

    cancelled = cancel_run(with_workflow(scenario, workflow), CONTEXT, RUN)

    assert cancelled.value.cancel_requested
    assert workflow.runs == [(TENANT, RUN)]
