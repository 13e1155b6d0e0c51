"""A run whose steps die anywhere, and are repeated, ends as one that nothing befell."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given
from hypothesis import strategies as st

from builders import a_schedule
from fakes.folder_files import FolderRevisions
from fakes.memory_store import MemoryStore
from flextime.domain.errors import Unavailable
from flextime.domain.events import OptimizationCompleted, ScheduleOptimized
from flextime.domain.ids import ScheduleId, TenantId
from flextime.domain.runs.evaluation import RunEvaluation
from flextime.domain.runs.run import RunStatus
from flextime.domain.schedules.games import Schedule
from flextime.usecases.runs.choose_schedule import choose_schedule
from flextime.usecases.runs.prepare_run import prepare_run
from flextime.usecases.runs.record_run import Choice, record_run
from flextime.usecases.transaction import Transaction
from runs import RUN, SCHEDULE, TENANT, RunScenario, a_result

FOUND = a_schedule("A-B")


@dataclass
class Faults:
    """What happens to one write after the other; when they are used up, all is well.

    ``before``: it is not done, and fails. ``after``: it is done, its answer is lost.
    """

    planned: list[str] = field(default_factory=list)

    def around(self, write: Callable[[], None]) -> None:
        fault = self.planned.pop(0) if self.planned else "none"
        if fault != "before":
            write()
        if fault != "none":
            raise Unavailable(f"broken off {fault} the write")


@dataclass
class BrittleStore(MemoryStore):
    faults: Faults = field(default_factory=Faults)

    def commit(self, transaction: Transaction) -> None:
        self.faults.around(lambda: super(BrittleStore, self).commit(transaction))


class BrittleRevisions(FolderRevisions):
    def __init__(self, folder: Path, faults: Faults) -> None:
        super().__init__(folder)
        self._faults = faults

    def save(
        self, tenant: TenantId, schedule: ScheduleId, number: int, value: Schedule
    ) -> None:
        self._faults.around(
            lambda: super(BrittleRevisions, self).save(tenant, schedule, number, value)
        )


def repeated[T](step: Callable[[], T]) -> T:
    """As the workflow does with a step that is out of order."""
    while True:
        try:
            return step()
        except Unavailable:
            continue


@given(st.lists(st.sampled_from(["before", "after", "none"]), max_size=12))
@example(["none", "none", "none", "after", "before", "after"])
def test_a_run_ends_as_if_nothing_had_happened(planned: list[str]) -> None:
    with TemporaryDirectory() as folder:
        scenario = _an_office(Path(folder), planned)
        parts = scenario.application

        attempts = repeated(lambda: prepare_run(parts, TENANT, RUN))
        scenario.attempt().save_result(a_result(scenario.league, FOUND))
        evaluation = repeated(lambda: choose_schedule(parts, TENANT, RUN))
        status = repeated(lambda: record_run(parts, TENANT, RUN, _choice(evaluation)))

        assert attempts == ("1", "2")
        assert status is scenario.run.status is RunStatus.COMPLETED
        assert scenario.schedule.games == FOUND.games
        revision = scenario.schedule.revision
        assert parts.revisions.load(TENANT, SCHEDULE, revision) == FOUND
        kinds = [type(event) for event in scenario.events]
        assert sorted(kinds, key=str) == [OptimizationCompleted, ScheduleOptimized]


def _an_office(folder: Path, planned: list[str]) -> RunScenario:
    faults = Faults()
    scenario = RunScenario(folder, store=BrittleStore(faults=faults)).add_run()
    vars(scenario.application)["revisions"] = BrittleRevisions(folder, faults)
    faults.planned = planned.copy()
    return scenario


def _choice(evaluation: RunEvaluation) -> Choice:
    best = evaluation.best
    return Choice(evaluation.outcome, best.attempt if best else None)
