from pathlib import Path

import pytest

from builders import a_league, a_schedule
from fakes.folder_files import FolderRevisions
from fakes.services import RecordingSleep
from flextime.domain.errors import Conflict
from flextime.usecases.retry import Retry
from flextime.usecases.schedules.record_revision import record_revision
from runs import SCHEDULE, TENANT, a_season_schedule

OTHERS = a_schedule("B-A")
FOUND = a_season_schedule(a_league("A B"), a_schedule("A-B"))


@pytest.fixture
def revisions(tmp_path: Path) -> FolderRevisions:
    return FolderRevisions(tmp_path)


@pytest.fixture
def retry() -> Retry:
    return Retry(sleep=RecordingSleep())


def test_games_become_the_revision_after_the_newest(
    revisions: FolderRevisions, retry: Retry
) -> None:
    assert record_revision(revisions, retry, TENANT, FOUND) == 2

    assert revisions.load(TENANT, SCHEDULE, 2) == a_schedule("A-B")


def test_numbers_that_others_have_taken_are_skipped(
    revisions: FolderRevisions, retry: Retry
) -> None:
    for number in (2, 3):
        revisions.save(TENANT, SCHEDULE, number, OTHERS)

    assert record_revision(revisions, retry, TENANT, FOUND) == 4
    assert len(retry.sleep.delays_s) == 2  # type: ignore[attr-defined] # the fake's


def test_many_numbers_that_others_have_taken_are_a_conflict(
    revisions: FolderRevisions, retry: Retry
) -> None:
    for number in range(2, 22):
        revisions.save(TENANT, SCHEDULE, number, OTHERS)

    with pytest.raises(Conflict):
        record_revision(revisions, retry, TENANT, FOUND)
