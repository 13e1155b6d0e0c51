"""An attempt writes the files that the other attempts of its run read."""

from dataclasses import replace

from builders import a_schedule
from contract.files.test_run_files import (
    FIRST,
    INSTANCE,
    ROOT,
    RUN,
    SECOND,
    TENANT,
    a_progress,
    of_attempt,
    of_run,
    parameters,
)
from flextime.adapters.s3.attempt_peers import ObjectAttemptPeers
from flextime.adapters.s3.objects import Objects
from flextime.domain.ids import AttemptId, RunId, TenantId


def peers_of(
    objects: Objects,
    attempt: AttemptId = FIRST,
    tenant: TenantId = TENANT,
    run: RunId = RUN,
) -> ObjectAttemptPeers:
    return ObjectAttemptPeers(objects, tenant, run, attempt)


def test_an_incumbent_of_another_attempt_is_new_until_it_is_read(
    objects: Objects,
) -> None:
    peers = peers_of(objects)
    of_attempt(objects, SECOND).save_incumbent(a_schedule("A-B"))

    assert peers.new_incumbents() == ((SECOND, a_schedule("A-B")),)
    assert peers.new_incumbents() == ()

    of_attempt(objects, SECOND).save_incumbent(a_schedule("B-A"))

    assert peers.new_incumbents() == ((SECOND, a_schedule("B-A")),)


def test_an_attempts_own_incumbent_is_not_new(objects: Objects) -> None:
    of_attempt(objects, FIRST).save_incumbent(a_schedule("A-B"))

    assert peers_of(objects, FIRST).new_incumbents() == ()


def test_before_any_attempt_starts_there_are_no_new_incumbents(
    objects: Objects,
) -> None:
    peers = peers_of(objects)

    assert (
        peers.new_incumbents(),
        peers.interrupted_incumbents(),
        peers.best_bound(),
    ) == ((), (), None)


def test_an_unreadable_incumbent_hides_no_other(objects: Objects) -> None:
    objects.put(f"{ROOT}/attempts/2/incumbent.json", b'{"league": "sm')
    objects.put(f"{ROOT}/attempts/3/incumbent.json", b"\xff\x00")
    objects.put(f"{ROOT}/attempts/4/incumbent.json", b"")
    of_attempt(objects, AttemptId("5")).save_incumbent(a_schedule("A-B"))

    assert peers_of(objects).new_incumbents() == ((AttemptId("5"), a_schedule("A-B")),)


def test_attempts_of_other_runs_and_tenants_are_not_peers(objects: Objects) -> None:
    of_attempt(objects, SECOND).save_incumbent(a_schedule("A-B"))

    assert peers_of(objects, tenant=TenantId("sec")).new_incumbents() == ()
    assert peers_of(objects, run=RunId("run-")).new_incumbents() == ()


def test_an_attempt_that_is_executed_again_finds_its_incumbents(
    objects: Objects,
) -> None:
    of_run(objects).save_instance(INSTANCE, [parameters()])
    for found in ("A-B", "B-A"):
        attempt = of_attempt(objects)
        attempt.load()
        attempt.save_incumbent(a_schedule(found))
    of_attempt(objects).load()

    assert peers_of(objects).interrupted_incumbents() == (
        a_schedule("A-B"),
        a_schedule("B-A"),
    )
    assert peers_of(objects, SECOND).interrupted_incumbents() == ()


def test_an_unreadable_incumbent_of_an_interrupted_execution_is_ignored(
    objects: Objects,
) -> None:
    objects.put(f"{ROOT}/attempts/1/incumbent-before-1.json", b"{")

    assert peers_of(objects).interrupted_incumbents() == ()


def test_the_bound_is_the_highest_of_the_others(objects: Objects) -> None:
    for number, bound in (("1", 30.0), ("2", 10.0), ("3", 20.0), ("4", None)):
        attempt = AttemptId(number)
        told = replace(a_progress(attempt), bound=bound)
        of_attempt(objects, attempt).save_progress(told)
    objects.put(f"{ROOT}/attempts/5/progress.json", b'{"attempt": "5", "elap')

    assert peers_of(objects, FIRST).best_bound() == 20.0
