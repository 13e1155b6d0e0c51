"""Concurrent changes of a schedule."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from builders import a_league
from fakes.memory_store import MemoryStore
from fakes.services import SequentialIds
from flextime.domain.errors import Conflict, StaleVersion
from flextime.domain.leagues.league import League
from flextime.domain.schedules.season_schedule import SeasonSchedule
from flextime.usecases.request_context import RequestContext
from flextime.usecases.schedules.edit_schedule import (
    EditResult,
    Target,
    edit_schedule,
)
from flextime.usecases.transaction import Save, Transaction
from runs import OWNER, SCHEDULE, TENANT, RunScenario

CONTEXT = RequestContext(
    tenant=TENANT,
    user=OWNER,
    email=None,
    correlation_id="request-1",
    at=datetime(2026, 1, 1, tzinfo=UTC),
    new_id=SequentialIds(),
)


@dataclass
class ContestedStore(MemoryStore):
    """A store in which another change of the schedule precedes the next commits."""

    contests: int = 0

    def commit(self, transaction: Transaction) -> None:
        if self.contests:
            self.contests -= 1
            current = self.load(TENANT, SeasonSchedule, SCHEDULE)
            other = replace(current.value, name=f"{current.value.name}!")
            super().commit(Transaction(TENANT, (Save(other, current.version),)))
        super().commit(transaction)


@pytest.fixture
def store() -> ContestedStore:
    return ContestedStore()


@pytest.fixture
def scenario(tmp_path: Path, store: ContestedStore) -> RunScenario:
    scenario = RunScenario(tmp_path, league=a_league("A B"), store=store).add_run()
    scenario.change(replace(scenario.schedule, name="Season"))
    return scenario


def append_to_name(schedule: SeasonSchedule, league: League) -> EditResult:
    del league
    return EditResult(replace(schedule, name=f"{schedule.name}+"))


def test_an_edit_of_any_version_is_repeated_on_the_newest(
    scenario: RunScenario, store: ContestedStore
) -> None:
    store.contests = 2

    edit_schedule(scenario.application, CONTEXT, Target(SCHEDULE), append_to_name)

    assert scenario.schedule.name == "Season!!+"


def test_an_edit_of_a_named_version_is_not_repeated(
    scenario: RunScenario, store: ContestedStore
) -> None:
    version = store.load(TENANT, SeasonSchedule, SCHEDULE).version
    store.contests = 1

    with pytest.raises(StaleVersion):
        edit_schedule(
            scenario.application, CONTEXT, Target(SCHEDULE, version), append_to_name
        )
    assert scenario.schedule.name == "Season!"


def test_an_edit_that_always_collides_is_a_conflict(
    scenario: RunScenario, store: ContestedStore
) -> None:
    store.contests = 99

    with pytest.raises(Conflict):
        edit_schedule(scenario.application, CONTEXT, Target(SCHEDULE), append_to_name)
