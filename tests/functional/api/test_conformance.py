"""The API keeps its document's word, whatever is sent (schemathesis, few examples)."""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import Case, GenerationMode
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi.schemas import OpenApiSchema
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from api.app import make_app
from fakes.folder_files import FolderRevisions, FolderRunFileStore
from fakes.memory_store import MemoryStore
from fakes.services import RecordingWorkflow
from flextime.bootstrap import bootstrap
from flextime.settings import Settings

EXAMPLES = 5
TOKEN = "Bearer a-token"

_CONFIG = {
    "headers": {"Authorization": TOKEN},
    "checks": {
        # If-Match has statuses of its own: 428 when it is missing, 412 when it is none.
        "missing_required_header": {"expected-statuses": ["4XX"]},
        "negative_data_rejection": {"expected-statuses": ["4XX", 503]},
        # Teams and slots have to exist, which no JSON schema can say.
        "positive_data_acceptance": {"enabled": False},
    },
}


class Authorizer:
    """Says who is asking where the right token is sent, as API Gateway does."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if Headers(scope=scope).get("authorization") == TOKEN:
            claims = {
                "sub": "ann",
                "custom:conference": "big12",
                "cognito:groups": "[admin]",
            }
            context = {"authorizer": {"jwt": {"claims": claims}}}
            scope["aws.event"] = {"requestContext": context}
        await self._app(scope, receive, send)


@pytest.fixture(scope="module")
def openapi_schema(tmp_path_factory: pytest.TempPathFactory) -> OpenApiSchema:
    folder = tmp_path_factory.mktemp("bucket")
    application = bootstrap(
        Settings({}),
        store=MemoryStore(),
        revisions=FolderRevisions(folder),
        run_file_store=FolderRunFileStore(folder),
        workflow=RecordingWorkflow(),
    )
    app = Authorizer(make_app(lambda: application))
    config = SchemathesisConfig.from_dict(_CONFIG)
    return schemathesis.openapi.from_asgi("/openapi.json", app, config=config)


def operations() -> list[tuple[str, str]]:
    paths = make_app().openapi()["paths"]
    return [(method, path) for path, methods in paths.items() for method in methods]


@pytest.mark.parametrize("mode", list(GenerationMode))
@pytest.mark.parametrize(("method", "path"), operations())
def test_the_api_conforms_to_its_document(
    openapi_schema: OpenApiSchema, method: str, path: str, mode: GenerationMode
) -> None:
    operation = openapi_schema[path][method]

    @settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
    @given(operation.as_strategy(generation_mode=mode))
    def conforms(case: Case[Any]) -> None:
        case.call_and_validate()

    try:
        conforms()
    except Unsatisfiable:
        assert mode is GenerationMode.NEGATIVE  # nothing to send that could be wrong
