from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from fakes.folder_files import FolderAttemptFiles, FolderObjects
from flextime.adapters.s3.attempt_peers import ObjectAttemptPeers
from flextime.adapters.s3.object_keys import PARAMETERS_FILE, RunKeys
from flextime.domain.errors import ResultRejected
from flextime.domain.ids import AttemptId, RunId, TenantId
from flextime.domain.leagues.league import League
from flextime.domain.runs.attempts import AttemptParameters, AttemptStatus, Instance
from flextime.domain.schedules.checker import check
from flextime.serialization.attempt_documents import INSTANCE, PARAMETERS, RESULT
from flextime_solver.runtime.run_attempt import run_attempt
from flextime_solver.runtime.solve_attempt import verified_result
from flextime_solver.solve import solve
from flextime_solver.stop import MaxIterations
from unit.solver.test_solve import QUICK

TENANT, RUN, ATTEMPT = TenantId("big12"), RunId("run-1"), AttemptId("1")
KEYS = RunKeys(TENANT, RUN)
PARAMETERS_OF_ONE = AttemptParameters(attempt=ATTEMPT, time_limit_s=0.5, seed=1)


@pytest.fixture
def files(tmp_path: Path, league: League) -> FolderAttemptFiles:
    objects = FolderObjects(tmp_path)
    objects.put(KEYS.instance, INSTANCE.write(Instance(league)))
    key = KEYS.of_attempt(ATTEMPT, PARAMETERS_FILE)
    objects.put(key, PARAMETERS.write(PARAMETERS_OF_ONE))
    return FolderAttemptFiles(tmp_path, TENANT, RUN, ATTEMPT)


@pytest.fixture
def peers(tmp_path: Path) -> ObjectAttemptPeers:
    return ObjectAttemptPeers(FolderObjects(tmp_path), TENANT, RUN, ATTEMPT)


def test_an_attempt_stores_a_result_that_the_checker_confirms(
    files: FolderAttemptFiles,
    peers: ObjectAttemptPeers,
    tmp_path: Path,
    league: League,
) -> None:
    result = run_attempt(files, peers, Event())

    [stored] = tmp_path.rglob("result.json")
    assert RESULT.read(stored.read_bytes()) == result
    assert result.status in {AttemptStatus.FEASIBLE, AttemptStatus.OPTIMAL}
    assert result.schedule is not None
    assert result.score == check(league, result.schedule).score


def test_the_newest_incumbent_and_progress_are_written(
    files: FolderAttemptFiles, peers: ObjectAttemptPeers, tmp_path: Path
) -> None:
    run_attempt(files, peers, Event())

    assert list(tmp_path.rglob("incumbent.json"))
    assert list(tmp_path.rglob("progress.json"))


def test_an_attempt_that_is_stopped_keeps_its_best(
    files: FolderAttemptFiles, peers: ObjectAttemptPeers
) -> None:
    stopped = Event()
    stopped.set()

    assert run_attempt(files, peers, stopped).schedule is not None


def test_a_score_that_the_checker_does_not_find_is_rejected(league: League) -> None:
    instance = Instance(league)
    solved = solve(instance, QUICK, MaxIterations(1000), seed=1)
    assert solved.score is not None
    wrong = replace(solved, score=replace(solved.score, travel_m=1))

    with pytest.raises(ResultRejected, match="the checker finds"):
        verified_result(instance, PARAMETERS_OF_ONE, wrong)
