"""The API of a conference's office, without AWS."""

from pathlib import Path

import pytest

from builders import a_league
from fakes.folder_files import FolderRevisions, FolderRunFileStore
from fakes.memory_store import MemoryStore
from fakes.services import RecordingWorkflow, SteppingClock
from flextime.adapters.time_ordered_ids import time_ordered_id
from flextime.bootstrap import Application, bootstrap
from flextime.serialization.json_documents import write_league
from flextime.settings import Settings
from functional.api.gateway import Gateway


@pytest.fixture
def application(tmp_path: Path) -> Application:
    return bootstrap(
        Settings({}),
        store=MemoryStore(),
        revisions=FolderRevisions(tmp_path),
        run_file_store=FolderRunFileStore(tmp_path),
        workflow=RecordingWorkflow(),
        clock=SteppingClock(),
        new_id=time_ordered_id,
    )


@pytest.fixture
def api(application: Application) -> Gateway:
    """As an admin of big12."""
    return Gateway(application)


@pytest.fixture
def league(api: Gateway) -> str:
    """Path of an imported league of the teams A and B, three Saturdays, one game."""
    document = write_league(a_league("A B", "4 11 18"))
    return api.send("POST", "/v1/leagues", body=document).headers["location"]


@pytest.fixture
def schedule(api: Gateway, league: str) -> str:
    """Path of a schedule of that league with the game `b-at-a` on the fourth."""
    game = {"id": "b-at-a", "home": "A", "away": "B", "slot": "4"}
    new = {"name": "One", "league": league.rpartition("/")[2], "games": [game]}
    return api.post("/v1/schedules", new).headers["location"]
