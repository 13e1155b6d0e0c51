"""From an HTTP request to a mail, through every part of the system and real solvers."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from e2e.conference_office import BASKETBALL, GYMNASTICS, TENNIS, Office
from e2e.whole_system import (
    WholeSystem,
    ask_to_end,
    eventually,
    kill,
    solver_processes,
)

pytestmark = pytest.mark.e2e

SCHEMAS = Path(__file__).parents[2] / "docs" / "events"


@pytest.fixture
def ear(system: WholeSystem) -> str:
    """A queue that hears every event from now on; its address."""
    sqs, events = system.aws("sqs"), system.aws("events")
    url: str = sqs.create_queue(QueueName="ear")["QueueUrl"]
    attributes = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])
    bus = system.output("EventBusName")
    pattern = json.dumps({"source": [{"prefix": "flextime."}]})
    events.put_rule(Name="ear", EventBusName=bus, EventPattern=pattern)
    target = {"Id": "ear", "Arn": attributes["Attributes"]["QueueArn"]}
    events.put_targets(Rule="ear", EventBusName=bus, Targets=[target])
    return url


def heard_until(system: WholeSystem, queue_url: str, last: str) -> list[dict[str, Any]]:
    """Envelopes in the order in which they came, to the first of the type `last`."""
    sqs = system.aws("sqs")
    envelopes: list[dict[str, Any]] = []

    def listen() -> bool:
        response = sqs.receive_message(QueueUrl=queue_url, MaxNumberOfMessages=10)
        messages = response.get("Messages", [])
        envelopes.extend(json.loads(message["Body"])["detail"] for message in messages)
        return any(envelope["event_type"] == last for envelope in envelopes)

    eventually(listen)
    return envelopes


def test_a_season_is_optimised_and_its_owner_hears_of_it(
    system: WholeSystem, office: Office, ear: str
) -> None:
    schedule = office.begin_schedule("Men's basketball")
    run = office.ask_for_run(schedule, time_limit_s=600, attempts=2, seed=1)
    seen = office.when_feasible(run)
    for process in solver_processes(run).values():
        ask_to_end(process)
    ended = office.when_over(run)

    assert ended["status"] == "completed"
    outcome = ended["outcome"]
    assert outcome["hard_violations"] == 0
    assert outcome["objective"] <= seen["objective"]
    _is_kept(office, schedule, outcome)
    _is_mailed(system, "Men's basketball: a schedule that keeps all hard rules")
    _is_told(system, ear, run, schedule)
    _execution_succeeded(system, run)


def _is_kept(office: Office, schedule: str, outcome: dict[str, Any]) -> None:
    kept = office.get(f"/v1/schedules/{schedule}")
    assert (kept["revision"], outcome["revision"]) == (1, 1)
    assert len(kept["games"]) == 160
    revision = office.get(f"/v1/schedules/{schedule}/revisions/1")
    assert revision["games"] == kept["games"]
    analysis = office.get(f"/v1/schedules/{schedule}/analysis")
    assert analysis["feasible"]
    assert analysis["score"]["objective"] == outcome["objective"]


def _is_mailed(system: WholeSystem, subject: str) -> None:
    assert "Hard violations: 0" in _mail(system, subject)["body"]


def _mail(system: WholeSystem, subject: str) -> dict[str, Any]:
    """The one mail of this subject, when it has come."""

    def look() -> list[dict[str, Any]]:
        return [mail for mail in system.mails() if mail["subject"] == subject]

    (mail,) = eventually(look)
    assert mail["destinations"]["ToAddresses"] == ["admin@big12.example"]
    return mail


def _is_told(system: WholeSystem, ear: str, run: str, schedule: str) -> None:
    events = heard_until(system, ear, last="optimization.completed")
    for event in events:
        schema = json.loads((SCHEMAS / f"{event['event_type']}.json").read_text())
        Draft202012Validator(schema).validate(event)
    told = [(event["event_type"], event["aggregate_id"]) for event in events]
    assert {
        ("schedule.created", schedule),
        ("optimization.started", run),
        ("schedule.optimized", schedule),
        ("optimization.completed", run),
    } <= set(told)


def _execution_succeeded(system: WholeSystem, run: str) -> None:
    states = system.aws("stepfunctions")
    (machine,) = states.list_state_machines()["stateMachines"]
    executions = states.list_executions(stateMachineArn=machine["stateMachineArn"])
    (status,) = (e["status"] for e in executions["executions"] if e["name"] == run)
    assert status == "SUCCEEDED"


def test_a_small_season_is_over_as_soon_as_its_best_is_proven(office: Office) -> None:
    schedule = office.begin_schedule("Gymnastics", GYMNASTICS)
    run = office.ask_for_run(schedule, time_limit_s=600, attempts=3, seed=1)
    ended = office.when_over(run)

    assert ended["status"] == "completed"
    assert ended["outcome"]["hard_violations"] == 0
    assert len(office.look_at(run)["attempts"]) == 3


def test_a_solver_that_is_killed_does_not_harm_its_run(office: Office) -> None:
    schedule = office.begin_schedule("One solver dies")
    run = office.ask_for_run(schedule, time_limit_s=600, attempts=2, seed=2)
    office.when_feasible(run)
    solvers = solver_processes(run)
    kill(solvers["1"])
    ask_to_end(solvers["2"])
    ended = office.when_over(run)

    assert ended["status"] == "completed"
    assert ended["outcome"]["hard_violations"] == 0
    assert office.get(f"/v1/schedules/{schedule}")["revision"] == 1


def test_what_a_run_had_survives_the_death_of_all_its_solvers(
    office: Office,
) -> None:
    schedule = office.begin_schedule("All solvers die")
    run = office.ask_for_run(schedule, time_limit_s=300, attempts=2, seed=3)
    best = office.when_feasible(run)
    for process in solver_processes(run).values():
        kill(process)
    ended = office.when_over(run)

    assert ended["status"] == "completed"
    assert ended["outcome"]["hard_violations"] == 0
    assert ended["outcome"]["objective"] <= best["objective"]


def test_a_run_that_fails_is_told_to_its_owner(
    system: WholeSystem, office: Office
) -> None:
    schedule = office.begin_schedule("A disk with a hole", TENNIS)
    run = office.ask_for_run(schedule, time_limit_s=600, attempts=1, seed=5)
    office.when_feasible(run)
    instance = f"tenants/big12/runs/{run}/instance.json"
    bucket = system.output("BucketName")
    system.aws("s3").put_object(Bucket=bucket, Key=instance, Body=b"{")
    ask_to_end(solver_processes(run)["1"])
    ended = office.when_over(run)

    assert ended["status"] == "failed"
    assert "A fault of the system" in ended["error"]
    assert office.get(f"/v1/schedules/{schedule}")["revision"] == 0
    _mail(system, "A disk with a hole: the optimisation failed")


def test_a_cancelled_run_keeps_its_best(system: WholeSystem, office: Office) -> None:
    schedule = office.begin_schedule("Stopped")
    run = office.ask_for_run(schedule, time_limit_s=600, attempts=2, seed=4)
    best = office.when_feasible(run)
    response = office.http.delete(f"/v1/runs/{run}")
    ended = office.when_over(run)

    assert response.status_code == 202
    assert ended["status"] == "cancelled"
    assert ended["outcome"]["objective"] <= best["objective"]
    assert office.get(f"/v1/schedules/{schedule}")["revision"] == 1
    _is_mailed(system, "Stopped: stopped, the best so far is kept")


def test_the_league_is_the_one_that_was_imported(office: Office) -> None:
    shipped = office.get(f"/v1/demo-data/{BASKETBALL}")["league"]

    assert office.get(f"/v1/leagues/{BASKETBALL}") == shipped
