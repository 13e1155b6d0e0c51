from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from fakes.folder_files import FolderAttemptFiles
from fakes.memory_store import MemoryStore
from fakes.services import RecordingWorkflow, SteppingClock
from flextime.bootstrap import Application
from flextime.domain.errors import Unavailable
from flextime.domain.ids import AttemptId, RunId, TenantId
from flextime.domain.runs.attempts import Progress
from flextime.domain.runs.run import Run, RunStatus
from flextime.usecases.transaction import Save, Transaction
from functional.api.gateway import Gateway

TENANT = TenantId("big12")


class SilentWorkflow:
    def start(self, tenant: TenantId, run: RunId) -> None:
        del tenant, run
        raise Unavailable("nobody there")


def started(application: Application) -> list[str]:
    assert isinstance(application.workflow, RecordingWorkflow)
    return [run for _, run in application.workflow.runs]


def end(application: Application, run: str, status: RunStatus) -> None:
    known = application.store.load(TENANT, Run, run)
    ended = replace(known.value, status=status)
    application.store.commit(Transaction(TENANT, (Save(ended, known.version),)))


def test_a_run_is_accepted_with_its_location(api: Gateway, schedule: str) -> None:
    run = api.post(f"{schedule}/runs", {"time_limit_s": 30, "attempts": 3, "seed": 7})

    assert run.status == 202
    assert run.headers["location"] == f"/v1/runs/{run.json['id']}"
    assert run.json["parameters"] == {"time_limit_s": 30, "attempts": 3, "seed": 7}
    assert api.get(schedule).json["latest_run"] == run.json["id"]


def test_a_run_and_its_event_are_stored_together(
    api: Gateway, application: Application, schedule: str
) -> None:
    run = api.post(f"{schedule}/runs")

    assert isinstance(application.store, MemoryStore)
    event = application.store.outbox[-1]
    assert event.event_type == "optimization.started"
    assert event.aggregate_id == run.json["id"]
    assert event.metadata.correlation_id == run.headers["x-correlation-id"]


def test_a_schedule_has_one_run_at_a_time(
    api: Gateway, application: Application, schedule: str
) -> None:
    first = api.post(f"{schedule}/runs").json["id"]
    second = api.post(f"{schedule}/runs")
    end(application, first, RunStatus.COMPLETED)
    third = api.post(f"{schedule}/runs")

    assert (second.status, second.code) == (409, "conflict")
    assert third.status == 202


def test_games_and_constraints_cannot_be_changed_during_a_run(
    api: Gateway, schedule: str
) -> None:
    api.post(f"{schedule}/runs")

    assert api.patch(f"{schedule}/games/b-at-a", {"slot": "18"}).code == "conflict"
    assert api.patch(schedule, {"constraints": [], "games": []}).code == "conflict"
    assert api.delete(schedule).code == "conflict"
    assert api.patch(schedule, {"name": "Two"}).status == 200


@pytest.mark.parametrize(
    ("parameters", "pointer"),
    [
        ({"time_limit_s": 0}, "/time_limit_s"),
        ({"time_limit_s": 901}, "/time_limit_s"),
        ({"attempts": 11}, "/attempts"),
        ({"seed": -1}, "/seed"),
        ({"attempts": True}, "/attempts"),
        ({"time_limit_s": "5"}, "/time_limit_s"),
        ({"seed": 1.5}, "/seed"),
        ({"speed": 1}, "/speed"),
    ],
)
def test_invalid_parameters_are_rejected(
    api: Gateway, schedule: str, parameters: object, pointer: str
) -> None:
    response = api.post(f"{schedule}/runs", parameters)

    assert (response.status, response.json["errors"][0]["pointer"]) == (422, pointer)


def test_the_document_has_the_bounds_of_the_parameters(api: Gateway) -> None:
    document = api.get("/openapi.json").json
    schema = document["components"]["schemas"]["RunParameters"]["properties"]

    bounds = {
        name: {key: field[key] for key in field if "imum" in key.lower()}
        for name, field in schema.items()
    }
    assert bounds == {
        "time_limit_s": {"minimum": 1, "maximum": 900},
        "attempts": {"minimum": 1, "maximum": 10},
        "seed": {"minimum": 0, "maximum": 2**31 - 1},
    }


def test_constraints_that_counting_refutes_are_rejected_before_a_run(
    api: Gateway, application: Application, schedule: str
) -> None:
    for team in "AB":
        rule = {
            "id": f"dark-{team}",
            "kind": "venue_unavailable",
            "team": team,
            "slots": ["4", "11", "18"],
        }
        api.post(f"{schedule}/constraints", rule)

    response = api.post(f"{schedule}/runs")
    assert (response.status, response.code) == (422, "invalid-input")
    assert started(application) == []


def test_progress_shows_each_attempt_the_best_schedule_and_the_bound(
    api: Gateway, schedule: str, tmp_path: Path
) -> None:
    run = api.post(f"{schedule}/runs").json["id"]
    before = api.get(f"/v1/runs/{run}").json
    for progress in (
        a_progress("1", infeasibility=2, objective=10.0),
        a_progress("2", infeasibility=0, objective=99.5, travel_m=99_499),
        a_progress("3", bound=50.0),
    ):
        attempt = FolderAttemptFiles(tmp_path, TENANT, RunId(run), progress.attempt)
        attempt.save_progress(progress)

    after = api.get(f"/v1/runs/{run}").json
    assert (before["attempts"], before["incumbent"], before["bound"]) == (
        [],
        None,
        None,
    )
    assert [attempt["attempt"] for attempt in after["attempts"]] == ["1", "2", "3"]
    assert after["incumbent"] == {
        "attempt": "2",
        "infeasibility": 0,
        "objective": 99.5,
        "travel_km": 99,
    }
    assert after["bound"] == 50


def a_progress(
    attempt: str,
    infeasibility: int | None = None,
    objective: float | None = None,
    travel_m: int | None = None,
    bound: float | None = None,
) -> Progress:
    return Progress(
        attempt=AttemptId(attempt),
        elapsed_s=1.0,
        phase="search",
        infeasibility=infeasibility,
        objective=objective,
        travel_m=travel_m,
        bound=bound,
    )


def test_a_run_whose_start_failed_is_accepted_and_reading_does_not_start_it(
    api: Gateway, application: Application, schedule: str
) -> None:
    workflow = application.workflow
    application.__dict__["workflow"] = SilentWorkflow()
    run = api.post(f"{schedule}/runs")
    application.__dict__["workflow"] = workflow
    assert (run.status, started(application)) == (202, [])
    assert isinstance(application.clock, SteppingClock)
    application.clock.time += timedelta(seconds=20)

    read = api.get(run.headers["location"])
    assert read.json["run"]["status"] == "queued"
    assert started(application) == []


def test_a_cancelled_run_is_asked_to_stop_once(
    api: Gateway, application: Application, schedule: str, tmp_path: Path
) -> None:
    run = api.post(f"{schedule}/runs").headers["location"]
    first, second = api.delete(run, None), api.delete(run, None)

    assert (first.status, second.status) == (202, 202)
    assert api.get(run).json["run"]["cancel_requested"]
    assert [path.name for path in tmp_path.rglob("stop.json")] == ["stop.json"]
    assert isinstance(application.store, MemoryStore)
    event_types = [event.event_type for event in application.store.outbox]
    assert event_types.count("optimization.cancelled") == 1


class SteppingStore:
    """While a change is on its way the workflow steps on, `times` times."""

    def __init__(self, application: Application, run: str, times: int) -> None:
        self.store = application.store
        self.run, self.times = run, times

    def __getattr__(self, name: str) -> object:
        return getattr(self.store, name)

    def commit(self, transaction: Transaction) -> None:
        if self.times:
            self.times -= 1
            known = self.store.load(TENANT, Run, self.run)
            step = Save(replace(known.value, status=RunStatus.SOLVING), known.version)
            self.store.commit(Transaction(TENANT, (step,)))
        self.store.commit(transaction)


@pytest.mark.parametrize(("steps", "status"), [(1, 202), (99, 409)])
def test_a_cancellation_is_retried_after_a_concurrent_change(
    api: Gateway, application: Application, schedule: str, steps: int, status: int
) -> None:
    run = api.post(f"{schedule}/runs").json["id"]
    whole = application.store
    application.__dict__["store"] = SteppingStore(application, run, steps)

    assert api.delete(f"/v1/runs/{run}", None).status == status
    application.__dict__["store"] = whole
    cancelled = api.get(f"/v1/runs/{run}").json["run"]["cancel_requested"]
    assert cancelled == (status == 202)


def test_a_run_that_never_ends_locks_its_schedule_for_six_hours_only(
    api: Gateway, application: Application, schedule: str
) -> None:
    api.post(f"{schedule}/runs")
    assert isinstance(application.clock, SteppingClock)
    application.clock.time += timedelta(hours=6)

    assert api.post(f"{schedule}/runs").status == 202


def test_a_finished_run_cannot_be_cancelled(
    api: Gateway, application: Application, schedule: str
) -> None:
    run = api.post(f"{schedule}/runs").json["id"]
    end(application, run, RunStatus.COMPLETED)

    assert api.delete(f"/v1/runs/{run}", None).code == "conflict"


def test_runs_are_listed_newest_first(
    api: Gateway, application: Application, schedule: str
) -> None:
    made = []
    for _ in range(3):
        made.append(api.post(f"{schedule}/runs").json["id"])
        end(application, made[-1], RunStatus.COMPLETED)

    first = api.get("/v1/runs", limit=2).json
    second = api.get("/v1/runs", limit=2, cursor=first["next"]).json
    listed = [run["id"] for run in first["items"] + second["items"]]
    assert listed == made[::-1]


def test_the_address_of_the_owner_is_not_disclosed(api: Gateway, schedule: str) -> None:
    run = api.post(f"{schedule}/runs").headers["location"]

    assert b"ann@example.edu" not in api.get(run).body + api.get("/v1/runs").body
