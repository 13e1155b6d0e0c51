"""Parts are built when they are asked for, once, from the variables they need."""

import pytest

from fakes.services import RecordingMailer, SteppingClock
from flextime.adapters.time_ordered_ids import time_ordered_id
from flextime.bootstrap import attempt_files, bootstrap
from flextime.settings import MissingSetting, Settings


def test_an_application_can_be_created_without_settings() -> None:
    application = bootstrap(Settings({}))

    assert application.clock.now().tzinfo is not None


@pytest.mark.parametrize(
    ("part", "variable"),
    [
        ("store", "TABLE_NAME"),
        ("revisions", "BUCKET_NAME"),
        ("run_file_store", "BUCKET_NAME"),
        ("workflow", "STATE_MACHINE_ARN"),
        ("mailer", "SENDER_EMAIL"),
        ("event_bus", "EVENT_BUS_NAME"),
        ("dead_letter_queue", "UNPUBLISHED_EVENTS_URL"),
    ],
)
def test_a_dependency_names_its_missing_setting(
    part: str, variable: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")

    with pytest.raises(MissingSetting, match=variable):
        getattr(bootstrap(Settings({})), part)


@pytest.mark.parametrize("missing", ["BUCKET_NAME", "TENANT", "RUN_ID", "ATTEMPT"])
def test_a_solver_container_needs_four_variables(
    missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    names = {"BUCKET_NAME", "TENANT", "RUN_ID", "ATTEMPT"} - {missing}

    with pytest.raises(MissingSetting, match=missing):
        attempt_files(Settings(dict.fromkeys(names, "x")))


def test_a_dependency_is_created_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    application = bootstrap(Settings({"BUCKET_NAME": "flextime"}))

    assert application.run_file_store is application.run_file_store


def test_overrides_are_used_instead_of_created_dependencies() -> None:
    letterbox, clock = RecordingMailer(), SteppingClock()

    application = bootstrap(Settings({}), mailer=letterbox, clock=clock)

    assert application.mailer is letterbox
    assert application.clock is clock


def test_ids_sort_in_the_order_of_their_generation(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    times = iter((1_000_000_000, 1_000_000_300, 1_001_000_000, 2_000_000_000))
    monkeypatch.setattr("time.time_ns", lambda: next(times))

    ids = [time_ordered_id() for _ in range(4)]

    assert ids == sorted(ids)
    assert {(each[14], each[19] in "89ab") for each in ids} == {("7", True)}
