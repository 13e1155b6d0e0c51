"""The API conforms to its document, whatever is sent (schemathesis).

`make test` sends a few hundred requests; `make fuzz` runs the same with 10,000, or as
many as its CASES. Half of them are single requests, half belong to scenarios in which
a request uses what an earlier one has created.
"""

import os
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

CASES = int(os.environ.get("FUZZ_CASES", "1000"))
STEPS = 10
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


def test_scenarios_conform_to_the_document(openapi_schema: OpenApiSchema) -> None:
    scenarios = max(1, CASES // 2 // STEPS)
    openapi_schema.as_state_machine().run(
        settings=settings(
            max_examples=scenarios,
            stateful_step_count=STEPS,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        )
    )


@pytest.mark.parametrize("mode", list(GenerationMode))
@pytest.mark.parametrize(("method", "path"), operations())
def test_the_api_conforms_to_its_document(
    openapi_schema: OpenApiSchema, method: str, path: str, mode: GenerationMode
) -> None:
    operation = openapi_schema[path][method]

    examples = max(1, CASES // 2 // (len(operations()) * len(GenerationMode)))

    @settings(
        max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck)
    )
    @given(operation.as_strategy(generation_mode=mode))
    def conforms(case: Case[Any]) -> None:
        case.call_and_validate()

    try:
        conforms()
    except Unsatisfiable:
        assert mode is GenerationMode.NEGATIVE  # nothing to send that could be wrong
