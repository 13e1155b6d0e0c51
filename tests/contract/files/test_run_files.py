"""The solver task writes the files that the workflow and the API read."""

import pytest

from builders import a_league, a_schedule
from flextime.adapters.s3.attempt_files import ObjectAttemptFiles
from flextime.adapters.s3.objects import Objects
from flextime.adapters.s3.run_files import ObjectRunFiles, ObjectRunFileStore
from flextime.domain.errors import NotFound
from flextime.domain.ids import AttemptId, RunId, TenantId
from flextime.domain.runs.attempts import (
    AttemptParameters,
    AttemptResult,
    AttemptStatus,
    Bound,
    Instance,
    Progress,
)
from flextime.domain.schedules.checker import check

TENANT, RUN = TenantId("big12"), RunId("run-1")
FIRST, SECOND = AttemptId("1"), AttemptId("2")
ROOT = "tenants/big12/runs/run-1"
INSTANCE = Instance(a_league("A B"), a_schedule("A-B"))


def of_run(objects: Objects) -> ObjectRunFiles:
    return ObjectRunFileStore(objects).files(TENANT, RUN)


def of_attempt(objects: Objects, attempt: AttemptId = FIRST) -> ObjectAttemptFiles:
    return ObjectAttemptFiles(objects, TENANT, RUN, attempt)


def parameters(attempt: AttemptId = FIRST) -> AttemptParameters:
    return AttemptParameters(attempt=attempt, time_limit_s=2.5, seed=7)


def a_result(attempt: AttemptId = FIRST) -> AttemptResult:
    schedule = a_schedule("B-A")
    return AttemptResult(
        attempt=attempt,
        status=AttemptStatus.FEASIBLE,
        seed=7,
        elapsed_s=1.5,
        solver="HiGHS 1.16.0",
        schedule=schedule,
        score=check(INSTANCE.league, schedule).score,
        bound=Bound(points=12.5, source="trips"),
        reasons=("a reason",),
        trace=(a_progress(attempt),),
    )


def a_progress(attempt: AttemptId = FIRST, elapsed_s: float = 1.0) -> Progress:
    return Progress(
        attempt=attempt,
        elapsed_s=elapsed_s,
        phase="search",
        infeasibility=0,
        objective=200.5,
        travel_m=200_000,
    )


def test_an_attempt_loads_what_the_workflow_prepared(objects: Objects) -> None:
    of_run(objects).save_instance(INSTANCE, [parameters(FIRST), parameters(SECOND)])

    assert of_attempt(objects, SECOND).load() == (INSTANCE, parameters(SECOND))
    assert of_run(objects).instance() == INSTANCE


def test_an_attempt_that_was_not_prepared_is_not_found(objects: Objects) -> None:
    of_run(objects).save_instance(INSTANCE, [parameters(FIRST)])

    with pytest.raises(NotFound, match="attempts/2/parameters"):
        of_attempt(objects, SECOND).load()


def test_a_run_that_was_not_prepared_is_not_found(objects: Objects) -> None:
    with pytest.raises(NotFound, match="no tenants/big12/runs/run-1/instance"):
        of_run(objects).instance()


def test_a_stop_is_seen_by_every_attempt(objects: Objects) -> None:
    assert not of_attempt(objects).stop_requested()

    of_run(objects).request_stop()

    assert of_attempt(objects, FIRST).stop_requested()
    assert of_attempt(objects, SECOND).stop_requested()


def test_progress_is_the_latest_of_each_attempt(objects: Objects) -> None:
    of_run(objects).save_instance(INSTANCE, [parameters(FIRST), parameters(SECOND)])
    of_attempt(objects).save_progress(a_progress(elapsed_s=1))
    of_attempt(objects).save_progress(a_progress(elapsed_s=2))

    assert of_run(objects).progress() == (a_progress(elapsed_s=2),)


def test_progress_is_in_order_of_the_numbers_of_attempts(objects: Objects) -> None:
    for number in ("10", "9"):
        attempt = AttemptId(number)
        of_attempt(objects, attempt).save_progress(a_progress(attempt))

    assert [each.attempt for each in of_run(objects).progress()] == ["9", "10"]


def test_an_unreadable_progress_is_ignored(objects: Objects) -> None:
    objects.put(f"{ROOT}/attempts/1/progress.json", b'{"attempt": "1", "elap')

    assert of_run(objects).progress() == ()


def test_a_result_is_read_as_it_was_written(objects: Objects) -> None:
    of_attempt(objects).save_incumbent(a_schedule("A-B"))
    of_attempt(objects).save_result(a_result())

    assert of_run(objects).results() == (a_result(),)


def test_the_incumbent_of_a_crashed_attempt_is_read(objects: Objects) -> None:
    of_attempt(objects, FIRST).save_result(a_result(FIRST))
    of_attempt(objects, SECOND).save_incumbent(a_schedule("A-B"))

    assert of_run(objects).results() == (a_result(), (SECOND, a_schedule("A-B")))


def test_an_attempt_that_is_executed_again_keeps_its_incumbent(
    objects: Objects,
) -> None:
    of_run(objects).save_instance(INSTANCE, [parameters()])
    for found in ("A-B", "B-A", "A-B | B-A"):
        attempt = of_attempt(objects)
        attempt.load()
        attempt.save_incumbent(a_schedule(found))

    assert of_run(objects).results() == (
        (FIRST, a_schedule("A-B")),
        (FIRST, a_schedule("B-A")),
        (FIRST, a_schedule("A-B | B-A")),
    )


def test_a_result_is_read_with_incumbents_of_interrupted_executions(
    objects: Objects,
) -> None:
    of_run(objects).save_instance(INSTANCE, [parameters()])
    of_attempt(objects).save_incumbent(a_schedule("A-B"))
    again = of_attempt(objects)
    again.load()
    again.save_incumbent(a_schedule("B-A"))
    again.save_result(a_result())

    assert of_run(objects).results() == (a_result(), (FIRST, a_schedule("A-B")))


def test_an_unreadable_result_does_not_hide_the_incumbent(objects: Objects) -> None:
    of_attempt(objects).save_incumbent(a_schedule("A-B"))
    objects.put(f"{ROOT}/attempts/1/result.json", b'{"attempt": "1", "sta')

    assert of_run(objects).results() == ((FIRST, a_schedule("A-B")),)


def test_an_attempt_with_unreadable_files_only_is_ignored(objects: Objects) -> None:
    of_run(objects).save_instance(INSTANCE, [parameters(FIRST)])
    objects.put(f"{ROOT}/attempts/1/incumbent.json", b'{"league": "sm')

    assert of_run(objects).results() == ()


def test_files_of_another_tenant_cannot_be_addressed(objects: Objects) -> None:
    of_run(objects).save_instance(INSTANCE, [parameters()])
    room = ObjectRunFileStore(objects)

    with pytest.raises(NotFound):
        room.files(TenantId("sec"), RUN).instance()
    with pytest.raises(ValueError, match="cannot be a step"):
        room.files(TenantId("sec"), RunId("../../big12/runs/run-1"))
