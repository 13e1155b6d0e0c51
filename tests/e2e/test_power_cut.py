"""After `kill -9` of everything, nothing acknowledged is missing."""

from contextlib import suppress
from pathlib import Path

import pytest

from e2e.conference_office import TENNIS, Office
from e2e.whole_system import (
    WholeSystem,
    ask_to_end,
    eventually,
    kill,
    solver_processes,
)

pytestmark = pytest.mark.e2e


def test_what_was_acknowledged_is_there_and_the_run_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    first = WholeSystem.start(folder)
    with Office.of(first) as office:
        schedule = office.begin_schedule("Power cut", TENNIS)
        run = office.ask_for_run(schedule, time_limit_s=600, attempts=2, seed=1)
        best = office.when_feasible(run)
        named = office.rename(schedule, "Power cut, renamed")

    solvers = solver_processes(run).values()
    first.kill()
    for process in solvers:
        with suppress(ProcessLookupError):  # the system's end was the solver's too
            kill(process)
    second = WholeSystem.start(folder)
    try:
        with Office.of(second) as office:
            for process in eventually(lambda: _both_solvers(run)):
                ask_to_end(process)
            ended = office.when_over(run)
            kept = office.get(f"/v1/schedules/{schedule}")
    finally:
        second.stop()

    assert kept["name"] == named["name"] == "Power cut, renamed"
    assert ended["status"] == "completed"
    assert ended["outcome"]["hard_violations"] == 0
    assert ended["outcome"]["objective"] <= best["objective"]
    assert kept["revision"] == ended["outcome"]["revision"]


def _both_solvers(run: str) -> list[int] | None:
    found = solver_processes(run)
    return list(found.values()) if len(found) == 2 else None
