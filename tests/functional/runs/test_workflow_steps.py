"""The Lambda functions of the state machine, called as the state machine does."""

import json
from dataclasses import replace

import pytest

from builders import a_league, a_schedule
from choose_schedule.app import handler as choose_schedule
from fail_run.app import Error
from fail_run.app import handler as fail_run
from flextime.bootstrap import Application, attempt_files
from flextime.domain.errors import NotFound
from flextime.domain.runs.run import Run, RunStatus
from flextime.domain.schedules.season_schedule import SeasonSchedule
from flextime.settings import Settings
from flextime.usecases.runs.ports import AttemptFiles
from flextime.usecases.transaction import Save, Transaction
from lambdas import LambdaContext
from prepare_run.app import handler as prepare_run
from record_run.app import handler as record_run
from runs import RUN, SCHEDULE, TENANT, a_result, a_run, a_season_schedule

LEAGUE = a_league("A B")
FOUND = a_schedule("A-B")
FAULT = "A fault of the system ended the run; its operators see it in the log."


@pytest.fixture(autouse=True)
def stored(application: Application) -> None:
    values = (LEAGUE, a_season_schedule(LEAGUE), a_run())
    changes = tuple(Save(value, 0) for value in values)
    application.store.commit(Transaction(TENANT, changes))


def the_run(application: Application) -> Run:
    return application.store.load(TENANT, Run, RUN).value


def solver_task(attempt: str) -> AttemptFiles:
    """The files as the container sees them, by its few variables."""
    variables = {"TENANT": TENANT, "RUN_ID": RUN, "ATTEMPT": attempt}
    return attempt_files(Settings({"BUCKET_NAME": "flextime-test", **variables}))


def test_the_steps_take_a_run_from_queued_to_recorded(
    application: Application, context: LambdaContext
) -> None:
    prepared = prepare_run({"tenant": TENANT, "run_id": RUN}, context)
    for item in prepared["attempts"]:
        files = solver_task(item["attempt"])
        instance, parameters = files.load()
        files.save_result(a_result(instance.league, FOUND, parameters.attempt))
    chosen = choose_schedule({"tenant": TENANT, "run_id": RUN}, context)
    recorded = record_run(chosen, context)

    assert [item["attempt"] for item in prepared["attempts"]] == ["1", "2"]
    assert chosen == {
        "tenant": TENANT,
        "run_id": RUN,
        "outcome": "solved",
        "attempt": "1",
    }
    assert recorded == {"tenant": TENANT, "run_id": RUN, "status": "completed"}
    schedule = application.store.load(TENANT, SeasonSchedule, SCHEDULE).value
    assert schedule.games == FOUND.games
    assert application.revisions.load(TENANT, SCHEDULE, 1) == FOUND


def test_outputs_of_steps_are_json(
    application: Application, context: LambdaContext
) -> None:
    prepared = prepare_run({"tenant": TENANT, "run_id": RUN}, context)
    solver_task("2").save_incumbent(FOUND)
    chosen = choose_schedule({"tenant": TENANT, "run_id": RUN}, context)

    assert json.loads(json.dumps([prepared, chosen])) == [prepared, chosen]
    assert chosen["attempt"] == "2"
    assert the_run(application).status is RunStatus.RECORDING


def test_an_unknown_run_is_an_error_of_the_step(context: LambdaContext) -> None:
    with pytest.raises(NotFound):
        prepare_run({"tenant": TENANT, "run_id": "run-2"}, context)


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (
            {"Error": "States.Timeout", "Cause": ""},
            "The run took longer than it may.",
        ),
        (
            {
                "Error": "AllAttemptsFailed",
                "Cause": '{"errorMessage": "every attempt crashed",'
                ' "errorType": "AllAttemptsFailed", "stackTrace": []}',
            },
            "The run could not be ended in the ordinary way: every attempt crashed.",
        ),
        ({"Error": "States.Runtime", "Cause": "no path"}, FAULT),
        ({"Error": "KeyError", "Cause": '{"errorMessage": "secret"}'}, FAULT),
        ({"Error": "NotFound"}, FAULT),
        ({"Error": "NotFound", "Cause": ""}, FAULT),
        ({"Error": "NotFound", "Cause": "no JSON"}, FAULT),
        ({"Error": "NotFound", "Cause": '{"errorMessage": "cut of'}, FAULT),
        ({"Error": "NotFound", "Cause": "[]"}, FAULT),
        ({"Error": "NotFound", "Cause": '{"errorMessage": 7}'}, FAULT),
    ],
)
def test_an_error_is_described_to_users_whatever_its_cause(
    application: Application, context: LambdaContext, error: Error, sentence: str
) -> None:
    failed = fail_run({"tenant": TENANT, "run_id": RUN, "error": error}, context)

    assert failed == {"tenant": TENANT, "run_id": RUN, "status": "failed"}
    assert the_run(application).error == sentence


def test_a_rejected_attempt_is_logged_and_counted(
    context: LambdaContext,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:
    prepare_run({"tenant": TENANT, "run_id": RUN}, context)
    solver_task("1").save_result(a_result(LEAGUE, FOUND, "1"))
    lie = replace(a_result(LEAGUE, FOUND, "2"), schedule=a_schedule(""))
    solver_task("2").save_result(lie)

    choose_schedule({"tenant": TENANT, "run_id": RUN}, context)

    told = [record for record in caplog.records if record.levelname == "ERROR"]
    assert {vars(record)["attempt"] for record in told} == {"2"}
    assert "the checker found" in told[0].getMessage()
    counted = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [each["AttemptsRejected"] for each in counted] == [[1.0]]
