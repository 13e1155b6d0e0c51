"""The API on a table of ministack, where concurrent requests can collide."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from mypy_boto3_dynamodb import DynamoDBClient

from contract.store.tables import create_table
from fakes.folder_files import FolderRevisions, FolderRunFileStore
from fakes.services import RecordingWorkflow
from flextime.adapters.dynamodb.store import DynamoStore
from flextime.bootstrap import Application, bootstrap
from flextime.settings import Settings
from functional.api.gateway import Gateway
from in_ministack import in_ministack


@pytest.fixture(scope="session")
def dynamodb(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DynamoDBClient]:
    with in_ministack(tmp_path_factory.mktemp("ministack")) as client:
        yield client


@pytest.fixture
def application(
    dynamodb: DynamoDBClient, tmp_path: Path, request: pytest.FixtureRequest
) -> Application:
    table = f"table-{abs(hash(request.node.name))}"
    create_table(dynamodb, table)
    return bootstrap(
        Settings({}),
        store=DynamoStore(dynamodb, table),
        revisions=FolderRevisions(tmp_path),
        run_file_store=FolderRunFileStore(tmp_path),
        workflow=RecordingWorkflow(),
    )


@pytest.fixture
def api(application: Application) -> Gateway:
    return Gateway(application)


@pytest.fixture
def schedule(api: Gateway) -> str:
    """Path of an empty schedule of a shipped league."""
    league = api.get("/v1/demo-data/big12-mbb-2024-25").json["league"]
    api.post("/v1/leagues", league)
    new = {"name": "One", "league": league["id"]}
    return api.post("/v1/schedules", new).headers["location"]
