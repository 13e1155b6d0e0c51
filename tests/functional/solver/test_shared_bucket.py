"""Attempts of one run that share a bucket, as on AWS."""

from collections.abc import Iterator
from threading import Event

import boto3
import pytest

from builders import a_league
from flextime.adapters.s3.attempt_files import ObjectAttemptFiles
from flextime.adapters.s3.attempt_peers import ObjectAttemptPeers
from flextime.adapters.s3.run_files import ObjectRunFileStore
from flextime.adapters.s3.s3_objects import S3Objects
from flextime.domain.ids import AttemptId, RunId, TenantId
from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.runs.attempts import AttemptParameters, AttemptStatus, Instance
from flextime_solver.runtime.run_attempt import run_attempt
from flextime_solver.runtime.run_incumbent import RunIncumbent
from flextime_solver.runtime.solve_attempt import solve_attempt
from in_moto import in_moto

LEAGUE = a_league("A B C D", "4 11 18 25 32 39", format_=RoundRobin(times=2))
INSTANCE = Instance(LEAGUE)
TENANT, RUN = TenantId("big12"), RunId("run-1")
FIRST, SECOND = AttemptId("1"), AttemptId("2")
PARAMETERS = [
    AttemptParameters(attempt=FIRST, time_limit_s=0.5, seed=1),
    AttemptParameters(attempt=SECOND, time_limit_s=600, seed=2, strategy="cool"),
]


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[S3Objects]:
    with in_moto(monkeypatch):
        client = boto3.client("s3")
        client.create_bucket(Bucket="flextime")
        objects = S3Objects(client, "flextime")
        run = ObjectRunFileStore(objects).files(TENANT, RUN)
        run.save_instance(INSTANCE, PARAMETERS)
        yield objects


def files(bucket: S3Objects, number: AttemptId) -> ObjectAttemptFiles:
    return ObjectAttemptFiles(bucket, TENANT, RUN, number)


def peers(bucket: S3Objects, number: AttemptId) -> ObjectAttemptPeers:
    return ObjectAttemptPeers(bucket, TENANT, RUN, number)


def stopped() -> Event:
    """A stop that was asked for before the search begins."""
    asked = Event()
    asked.set()
    return asked


def test_an_attempt_continues_from_the_incumbent_of_another(bucket: S3Objects) -> None:
    first = run_attempt(files(bucket, FIRST), peers(bucket, FIRST), Event())
    shared_incumbent = RunIncumbent(peers(bucket, SECOND), INSTANCE)
    shared_incumbent.poll()

    second = solve_attempt(
        INSTANCE, PARAMETERS[1], stopped(), shared_incumbent=shared_incumbent
    )

    assert first.score is not None
    assert second.score is not None
    assert second.score.rank <= first.score.rank


def test_damaged_files_of_other_attempts_are_ignored(bucket: S3Objects) -> None:
    for number, damaged in (("1", b"{"), ("3", b""), ("4", b'{"league": "L"}')):
        key = f"tenants/big12/runs/run-1/attempts/{number}"
        bucket.put(f"{key}/incumbent.json", damaged)
        bucket.put(f"{key}/progress.json", damaged)

    result = run_attempt(files(bucket, SECOND), peers(bucket, SECOND), stopped())

    assert result.schedule is not None


def test_an_attempt_resumes_from_a_killed_execution(bucket: S3Objects) -> None:
    best = solve_attempt(INSTANCE, PARAMETERS[0], Event())
    assert best.schedule is not None
    files(bucket, SECOND).save_incumbent(best.schedule)

    again = run_attempt(files(bucket, SECOND), peers(bucket, SECOND), stopped())

    assert best.score is not None
    assert again.score is not None
    assert again.score.rank <= best.score.rank


def test_a_bound_outlives_the_attempt_that_proved_it(bucket: S3Objects) -> None:
    first = run_attempt(files(bucket, FIRST), peers(bucket, FIRST), Event())
    assert first.bound is not None

    second = run_attempt(files(bucket, SECOND), peers(bucket, SECOND), stopped())

    assert second.bound is not None
    assert second.bound.points >= first.bound.points
    assert second.status in {AttemptStatus.FEASIBLE, AttemptStatus.OPTIMAL}
