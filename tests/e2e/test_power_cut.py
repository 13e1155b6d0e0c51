"""After `kill -9` of everything, nothing acknowledged is missing."""

from pathlib import Path

import pytest

from e2e.conference_office import Office
from e2e.whole_system import WholeSystem, eventually, kill, solver_processes

pytestmark = pytest.mark.e2e


def test_what_was_acknowledged_is_there_and_the_run_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    first = WholeSystem.start(folder)
    office = Office.of(first)
    schedule = office.begin_schedule("Power cut")
    run = office.ask_for_run(schedule, time_limit_s=12, attempts=2, seed=1)
    eventually(lambda: len(solver_processes(run)) == 2)
    solvers = solver_processes(run).values()
    named = office.http.patch(
        f"/v1/schedules/{schedule}",
        json={"name": "Power cut, renamed"},
        headers={
            "If-Match": office.http.get(f"/v1/schedules/{schedule}").headers["etag"],
            "Content-Type": "application/merge-patch+json",
        },
    )

    first.kill()
    for process in solvers:
        kill(process)
    second = WholeSystem.start(folder)
    try:
        office = Office.of(second)
        ended = office.when_over(run)

        assert named.status_code == 200
        kept = office.get(f"/v1/schedules/{schedule}")
        assert kept["name"] == "Power cut, renamed"
        assert ended["status"] == "completed"
        assert ended["outcome"]["hard_violations"] == 0
        assert kept["revision"] == ended["outcome"]["revision"]
    finally:
        second.stop()
