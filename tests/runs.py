"""A league, a schedule and a run in an application without AWS."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from builders import a_league
from fakes.folder_files import FolderAttemptFiles, FolderRevisions, FolderRunFileStore
from fakes.memory_store import MemoryStore
from fakes.services import (
    RecordingEventBus,
    RecordingMailer,
    RecordingWorkflow,
    SequentialIds,
    SteppingClock,
    a_retry,
)
from flextime.bootstrap import Application, bootstrap
from flextime.domain.events import EventData, OptimizationProgressed
from flextime.domain.ids import (
    AttemptId,
    RunId,
    ScheduleId,
    TenantId,
    UserId,
)
from flextime.domain.leagues.league import League
from flextime.domain.runs.attempts import AttemptResult, AttemptStatus, Bound
from flextime.domain.runs.run import Run, RunParameters, RunStatus
from flextime.domain.schedules.checker import check
from flextime.domain.schedules.games import Schedule
from flextime.domain.schedules.season_schedule import ScheduleStatus, SeasonSchedule
from flextime.settings import Settings
from flextime.usecases.aggregates import Aggregate
from flextime.usecases.transaction import Delete, Save, Transaction

TENANT = TenantId("big12")
RUN = RunId("run-1")
SCHEDULE = ScheduleId("mbb")
OWNER = UserId("ann")
LONG_AGO = datetime(2025, 12, 31, tzinfo=UTC)


def a_run(
    status: RunStatus = RunStatus.QUEUED,
    *,
    attempts: int = 2,
    cancel_requested: bool = False,
) -> Run:
    return Run(
        id=RUN,
        schedule=SCHEDULE,
        parameters=RunParameters(time_limit_s=5, attempts=attempts, seed=3),
        status=status,
        owner=OWNER,
        owner_email="ann@example.edu",
        created_at=LONG_AGO,
        cancel_requested=cancel_requested,
    )


def a_season_schedule(league: League, games: Schedule | None = None) -> SeasonSchedule:
    return SeasonSchedule(
        id=SCHEDULE,
        name="Men's basketball",
        league=league.id,
        status=ScheduleStatus.DRAFT,
        created_by=OWNER,
        created_at=LONG_AGO,
        updated_at=LONG_AGO,
        games=games.games if games else (),
        constraints=league.constraints,
        goals=league.goals,
        revision=1 if games else 0,
        latest_run=RUN,
    )


def a_result(
    league: League,
    schedule: Schedule | None,
    attempt: str = "1",
    status: AttemptStatus = AttemptStatus.FEASIBLE,
    *,
    bound_points: float | None = None,
    reasons: tuple[str, ...] = (),
) -> AttemptResult:
    """The result of an attempt, scored as the checker scores it."""
    bound = None if bound_points is None else Bound(points=bound_points, source="trips")
    return AttemptResult(
        attempt=AttemptId(attempt),
        status=status,
        seed=1,
        elapsed_s=1.0,
        solver="by hand",
        schedule=schedule,
        score=check(league, schedule).score if schedule else None,
        bound=bound,
        reasons=reasons,
    )


@dataclass
class RunScenario:
    """A conference with one league, one schedule and one run."""

    folder: Path
    league: League = field(default_factory=lambda: a_league("A B"))
    store: MemoryStore = field(default_factory=MemoryStore)
    mailer: RecordingMailer = field(default_factory=RecordingMailer)

    def __post_init__(self) -> None:
        self.application: Application = bootstrap(
            Settings({"DASHBOARD_URL": "https://flextime.example"}),
            store=self.store,
            revisions=FolderRevisions(self.folder),
            run_file_store=FolderRunFileStore(self.folder),
            workflow=RecordingWorkflow(),
            mailer=self.mailer,
            event_bus=RecordingEventBus(),
            clock=SteppingClock(),
            new_id=SequentialIds(),
            retry=a_retry(),
        )

    def add_run(
        self, run: Run | None = None, games: Schedule | None = None
    ) -> "RunScenario":
        self.add(self.league, a_season_schedule(self.league, games), run or a_run())
        return self

    def add(self, *values: Aggregate) -> None:
        changes = tuple(Save(value, 0) for value in values)
        self.store.commit(Transaction(TENANT, changes))

    def change(self, value: Aggregate) -> None:
        version = self.store.load(TENANT, type(value), value.id).version
        self.store.commit(Transaction(TENANT, (Save(value, version),)))

    def delete_schedule(self) -> None:
        known = self.store.load(TENANT, SeasonSchedule, SCHEDULE)
        self.store.commit(Transaction(TENANT, (Delete(known.value, known.version),)))

    def attempt(self, number: str = "1") -> FolderAttemptFiles:
        return FolderAttemptFiles(self.folder, TENANT, RUN, AttemptId(number))

    @property
    def run(self) -> Run:
        return self.store.load(TENANT, Run, RUN).value

    @property
    def schedule(self) -> SeasonSchedule:
        return self.store.load(TENANT, SeasonSchedule, SCHEDULE).value

    @property
    def events(self) -> list[EventData]:
        """The events in the outbox, without those of progress."""
        data = (envelope.data for envelope in self.store.outbox)
        return [each for each in data if not isinstance(each, OptimizationProgressed)]

    @property
    def progress_statuses(self) -> list[str]:
        """The statuses of the events of progress in the outbox."""
        data = (envelope.data for envelope in self.store.outbox)
        return [
            each.status for each in data if isinstance(each, OptimizationProgressed)
        ]
