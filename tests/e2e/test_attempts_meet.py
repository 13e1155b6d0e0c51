"""Attempts of one run, in processes of their own, profit from each other."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from e2e.conference_office import Office
from e2e.whole_system import (
    WholeSystem,
    ask_to_end,
    eventually,
    kill,
    solver_processes,
)

pytestmark = pytest.mark.e2e

_TOLD = re.compile(r"attempt (\d+) has a schedule of rank \((\d+), (\d+)\)")


def test_an_attempt_takes_over_what_another_found(
    system: WholeSystem, office: Office
) -> None:
    schedule = office.begin_schedule("Two that meet")
    run = office.ask_for_run(schedule, time_limit_s=600, attempts=2, seed=6)
    office.when_feasible(run)
    solvers = eventually(lambda: _both(run))
    giver, taker, given = eventually(lambda: _heard(run))
    kill(solvers[giver])
    ask_to_end(solvers[taker])
    ended = office.when_over(run)

    taken = _result(system, run, taker)
    assert (taken["score"]["infeasibility"], _milli_points(taken)) <= given
    assert ended["status"] == "completed"


def _both(run: str) -> dict[str, int] | None:
    found = solver_processes(run)
    return found if len(found) == 2 else None


def _heard(run: str) -> tuple[str, str, tuple[int, int]] | None:
    """Who told whom of a schedule, and of what rank, as the listener's log says."""
    for taker, process in solver_processes(run).items():
        log = Path(f"/proc/{process}/fd/1").readlink().read_text()
        if told := _TOLD.search(log):
            return told[1], taker, (int(told[2]), int(told[3]))
    return None


def _result(system: WholeSystem, run: str, attempt: str) -> dict[str, Any]:
    bucket = system.output("BucketName")
    key = f"tenants/big12/runs/{run}/attempts/{attempt}/result.json"
    body = system.aws("s3").get_object(Bucket=bucket, Key=key)["Body"].read()
    parsed: dict[str, Any] = json.loads(body)
    return parsed


def _milli_points(result: dict[str, Any]) -> int:
    score = result["score"]
    travel: int = score["travel_points_per_km"] * score["travel_m"]
    return int(1000 * score["soft_penalty"]) + travel
