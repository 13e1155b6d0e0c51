"""The requests of the demonstration: import a league, create a schedule, run."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import count
from time import sleep

from flextime.domain.runs.run import RunParameters
from flextime_cli.demo.api_client import ApiClient, ApiError, Document

_POLL_S = 0.5


@dataclass(frozen=True, slots=True)
class DemoSeason:
    """An imported league and a schedule of it."""

    api: ApiClient
    league: Document
    published: Document
    schedule: str

    def published_analysis(self) -> Document:
        """Return the checker's report on the published schedule."""
        games = {"games": self.published["games"]}
        return self.api.post(f"/v1/schedules/{self.schedule}/validate", games)

    def analysis(self) -> Document:
        """Return the checker's report on the stored schedule."""
        return self.api.get(f"/v1/schedules/{self.schedule}/analysis")

    def request_run(self, wanted: RunParameters) -> str:
        """Request an optimisation run and return its id."""
        run = self.api.post(f"/v1/schedules/{self.schedule}/runs", asdict(wanted))
        return str(run["id"])

    def progress(self, run: str) -> Iterator[Document]:
        """Poll the run until it has ended, yielding each state."""
        for look in count():
            if look:
                sleep(_POLL_S)
            progress = self.api.get(f"/v1/runs/{run}")
            yield progress
            if progress["run"]["finished_at"] is not None:
                return


def begin_season(admin: ApiClient, scheduler: ApiClient, league: str) -> DemoSeason:
    """Import an included league, unless it is there already, and create a schedule."""
    data = admin.get(f"/v1/demo-data/{league}")
    try:
        admin.post("/v1/leagues", data["league"])
    except ApiError as refused:
        if refused.code != "already-exists":
            raise
    schedule = scheduler.post(
        "/v1/schedules", {"name": data["league"]["name"], "league": league}
    )
    return DemoSeason(
        scheduler, data["league"], data["published_schedule"], str(schedule["id"])
    )
