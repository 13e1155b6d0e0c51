"""The state machine when its tasks succeed, fail and time out."""

from typing import Any

import pytest

from workflow.scripted_machine import Run, Throws

RUN = {"tenant": "big12", "run_id": "r1"}
BUSY = Throws("ECS.AmazonECSException")
CRASHED = Throws("ContainerExitedWith137")
TRANSIENT_ERRORS = [
    "Lambda.ServiceException",
    "Runtime.ExitError",
    "Sandbox.Timedout",
    "Unavailable",
]


def answers(**changed: object) -> dict[str, Any]:
    """A run of three attempts in which everything goes well, but for `changed`."""
    return {
        "PrepareRun": RUN | {"attempts": [RUN | {"attempt": n} for n in "123"]},
        "SolveAttempt": {"LastStatus": "STOPPED"},
        "ChooseSchedule": RUN | {"outcome": "solved", "attempt": "2"},
        "RecordRun": RUN | {"status": "completed"},
        "FailRun": RUN | {"status": "failed"},
    } | changed


def environment(task: dict[str, Any]) -> dict[str, str]:
    (container,) = task["Overrides"]["ContainerOverrides"]
    return {entry["Name"]: entry["Value"] for entry in container["Environment"]}


def test_every_planned_attempt_is_solved(run: Run) -> None:
    ended = run(answers())

    assert ended.status == "SUCCEEDED"
    assert ended.output == RUN | {"status": "completed"}
    solved = [environment(task) for task in ended.sent("runTask.sync")]
    assert sorted(solved, key=lambda task: task["ATTEMPT"]) == [
        {"TENANT": "big12", "RUN_ID": "r1", "ATTEMPT": number} for number in "123"
    ]


def test_a_crashed_container_is_a_failed_attempt_not_a_failed_run(run: Run) -> None:
    ended = run(answers(**{"SolveAttempt 2": CRASHED}))

    assert ended.status == "SUCCEEDED"
    assert ended.asked["SolveAttempt 2"] == 1
    assert ended.asked["ChooseSchedule"] == 1


def test_the_schedule_is_chosen_even_when_every_container_crashed(run: Run) -> None:
    ended = run(answers(SolveAttempt=CRASHED))

    assert ended.status == "SUCCEEDED"
    assert ended.asked["ChooseSchedule"] == 1


def test_an_attempt_on_a_busy_cluster_is_retried(run: Run) -> None:
    ended = run(answers(**{"SolveAttempt 2": [BUSY, BUSY, {"LastStatus": "STOPPED"}]}))

    assert ended.status == "SUCCEEDED"
    assert ended.asked["SolveAttempt 2"] == 3


@pytest.mark.parametrize(
    "state", ["PrepareRun", "ChooseSchedule", "RecordRun", "FailRun"]
)
@pytest.mark.parametrize("fault", TRANSIENT_ERRORS)
def test_a_transient_error_is_retried(run: Run, state: str, fault: str) -> None:
    well = answers(RecordRun=Throws("Broken")) if state == "FailRun" else answers()

    ended = run(well | {state: [Throws(fault), well[state]]})

    assert ended.asked[state] == 2


@pytest.mark.parametrize("state", ["PrepareRun", "ChooseSchedule", "RecordRun"])
def test_a_failed_step_ends_in_fail_run(run: Run, state: str) -> None:
    ended = run(answers(**{state: Throws("TableIsGone")}))

    assert ended.asked["FailRun"] == 1
    assert (ended.status, ended.error) == ("FAILED", "TableIsGone")


def test_fail_run_gets_the_run_and_its_error(run: Run) -> None:
    ended = run(answers(RecordRun=Throws("TableIsGone")))

    assert ended.sent("invoke")[-1]["Payload"] == RUN | {
        "error": {"Error": "TableIsGone", "Cause": "as scripted"}
    }


def test_invalid_output_of_prepare_run_fails_the_run(run: Run) -> None:
    ended = run(answers(PrepareRun=RUN | {"attempts": "none"}))

    assert ended.asked["FailRun"] == 1
    assert ended.status == "FAILED"


def test_infeasible_is_an_outcome_not_an_error(run: Run) -> None:
    choice = RUN | {"outcome": "infeasible", "attempt": None}
    recorded = RUN | {"status": "infeasible"}

    ended = run(answers(ChooseSchedule=choice, RecordRun=recorded))

    assert ended.sent("invoke")[-1]["Payload"] == choice
    assert (ended.status, ended.output) == ("SUCCEEDED", recorded)
