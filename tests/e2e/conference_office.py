"""What a conference office does with the system, in its own words."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Self
from uuid import uuid4

import httpx

from e2e.whole_system import WholeSystem, eventually

BASKETBALL = "big12-mbb-2024-25"
"""16 teams, 160 games, 45 dates."""
GYMNASTICS = "big12-gym-2026"
"""7 teams, 21 meets, 7 dates: its best is proven in seconds, and the run is over."""
TENNIS = "big12-wten-2026"
"""16 teams, 104 games: feasible in a second, searched until time is over."""
OVER = {"completed", "infeasible", "cancelled", "failed"}


@dataclass(frozen=True, slots=True)
class Office:
    """Somebody who may do everything, signed in."""

    http: httpx.Client

    @classmethod
    def of(cls, system: WholeSystem) -> Self:
        return cls(system.signed_in("admin"))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.http.close()

    def get(self, path: str) -> dict[str, Any]:
        return _body(self.http.get(path))

    def post(self, path: str, document: object) -> dict[str, Any]:
        once = {"Idempotency-Key": str(uuid4())}
        return _body(self.http.post(path, json=document, headers=once))

    def begin_schedule(self, name: str, league: str = BASKETBALL) -> str:
        """A schedule of a shipped league, which is imported when it is not there."""
        known = self.http.get(f"/v1/leagues/{league}")
        if known.status_code == HTTPStatus.NOT_FOUND:
            self.post("/v1/leagues", self.get(f"/v1/demo-data/{league}")["league"])
        made = self.post("/v1/schedules", {"name": name, "league": league})
        return str(made["id"])

    def rename(self, schedule: str, name: str) -> dict[str, Any]:
        path = f"/v1/schedules/{schedule}"
        newest = self.http.get(path).headers["etag"]
        patch = {
            "If-Match": newest,
            "Content-Type": "application/merge-patch+json",
        }
        return _body(self.http.patch(path, json={"name": name}, headers=patch))

    def ask_for_run(self, schedule: str, **wishes: object) -> str:
        run = self.post(f"/v1/schedules/{schedule}/runs", wishes)
        return str(run["id"])

    def look_at(self, run: str) -> dict[str, Any]:
        return self.get(f"/v1/runs/{run}")

    def when_over(self, run: str) -> dict[str, Any]:
        """The run as it ended."""

        def ended() -> dict[str, Any] | None:
            summary: dict[str, Any] = self.look_at(run)["run"]
            return summary if summary["status"] in OVER else None

        return eventually(ended)

    def when_feasible(self, run: str) -> dict[str, Any]:
        """The best so far, once it keeps all hard rules."""

        def feasible() -> dict[str, Any] | None:
            best: dict[str, Any] | None = self.look_at(run)["incumbent"]
            return best if best and best["infeasibility"] == 0 else None

        return eventually(feasible)


def _body(response: httpx.Response) -> dict[str, Any]:
    assert response.is_success, (
        f"{response.request.url}: {response.status_code} {response.text}"
    )
    body: dict[str, Any] = response.json()
    return body
