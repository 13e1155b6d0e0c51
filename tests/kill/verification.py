"""After the kills: compare what was acknowledged with what is there."""

from collections import Counter
from typing import Any

import httpx

from e2e.conference_office import OVER
from e2e.whole_system import WholeSystem, eventually
from kill.workload import Acknowledged


def faults(system: WholeSystem, acknowledged: Acknowledged) -> list[str]:
    """Return a sentence for everything that was lost or done twice."""
    with system.signed_in("admin") as http:
        _wait_for_runs(http, acknowledged)
        stored = {one["id"]: one for one in _all(http, "/v1/schedules")}
        runs = {one["id"]: one for one in _all(http, "/v1/runs")}
        found = [
            *_schedule_faults(stored, acknowledged),
            *_run_faults(runs, acknowledged),
            *_revision_faults(http, stored, runs),
        ]
    return found + _mail_faults(system, runs)


def _wait_for_runs(http: httpx.Client, acknowledged: Acknowledged) -> None:
    for run in acknowledged.runs:
        path = f"/v1/runs/{run}"

        def is_over(path: str = path) -> bool:
            return http.get(path).json()["run"]["status"] in OVER

        eventually(is_over)


def _all(http: httpx.Client, path: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = []
    cursor: str | None = None
    while True:
        query = {"limit": 100} | ({"cursor": cursor} if cursor else {})
        page = http.get(path, params=query).raise_for_status().json()
        items += page["items"]
        cursor = page["next"]
        if cursor is None:
            return items


def _schedule_faults(
    stored: dict[str, dict[str, Any]], acknowledged: Acknowledged
) -> list[str]:
    found = [
        f"schedule {schedule} was acknowledged and is gone"
        for schedule in acknowledged.schedules.values()
        if schedule not in stored
    ]
    for schedule, names in acknowledged.names.items():
        if schedule in stored and stored[schedule]["name"] not in names:
            name = stored[schedule]["name"]
            found.append(f"schedule {schedule} is called {name}, not one of {names}")
    unacknowledged = set(stored) - set(acknowledged.schedules.values())
    found += [f"schedule {one} was created twice" for one in unacknowledged]
    return found


def _run_faults(
    runs: dict[str, dict[str, Any]], acknowledged: Acknowledged
) -> list[str]:
    found = [
        f"run {run} was acknowledged and is gone"
        for run in acknowledged.runs
        if run not in runs
    ]
    found += [
        f"run {run} was requested twice" for run in set(runs) - set(acknowledged.runs)
    ]
    found += [
        f"run {run} ended as {one['status']}: {one['error']}"
        for run, one in runs.items()
        if one["status"] != "completed" and not _is_crash_of_its_solver(one)
    ]
    return found


def _is_crash_of_its_solver(run: dict[str, Any]) -> bool:
    """Return whether a run of one attempt ended as it should when that was killed."""
    return "every attempt crashed" in (run["error"] or "")


def _revision_faults(
    http: httpx.Client,
    stored: dict[str, dict[str, Any]],
    runs: dict[str, dict[str, Any]],
) -> list[str]:
    """Each completed run made exactly one revision, and it can be read."""
    recorded = Counter(
        run["schedule"] for run in runs.values() if run["status"] == "completed"
    )
    found = []
    for schedule, number in recorded.items():
        revision = stored[schedule]["revision"]
        if revision != number:
            found.append(
                f"schedule {schedule}: {number} completed runs, revision {revision}"
            )
        path = f"/v1/schedules/{schedule}/revisions/{revision}"
        if not http.get(path).is_success:
            found.append(f"revision {revision} of schedule {schedule} is gone")
    return found


def _mail_faults(system: WholeSystem, runs: dict[str, dict[str, Any]]) -> list[str]:
    """The owner gets one mail for each run, however often its event is delivered."""

    def all_sent() -> bool:
        return len(system.mails()) >= len(runs)

    try:
        eventually(all_sent)
    except AssertionError:
        return [f"{len(system.mails())} mails for {len(runs)} runs"]
    sent = len(system.mails())
    return [] if sent == len(runs) else [f"{sent} mails for {len(runs)} runs"]
