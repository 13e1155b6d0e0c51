"""The API conforms to its document, whatever is sent (schemathesis).

`make test` sends a thousand requests; `make fuzz` runs the same with 10,000, or as
many as its CASES. Half of them are single requests, half belong to scenarios in which
a request uses what an earlier one has created. Valid requests mostly refer to
resources that exist, since a random id is only ever not found.
"""

import os
import random
from itertools import count
from pathlib import Path
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
from builders import a_league
from fakes.folder_files import FolderRevisions, FolderRunFileStore
from fakes.memory_store import MemoryStore
from fakes.services import RecordingWorkflow, SteppingClock
from flextime.bootstrap import bootstrap
from flextime.serialization.json_documents import write_league
from flextime.settings import Settings
from functional.api.gateway import Gateway

CASES = int(os.environ.get("FUZZ_CASES", "1000"))
STEPS = 10
TOKEN = "Bearer a-token"

_EXCEPTIONS = {
    # If-Match has statuses of its own: 428 when it is missing, 412 when it is none.
    "missing_required_header": {"expected-statuses": ["4XX"]},
    # A body of another media type is 415, one without JSON 400.
    "negative_data_rejection": {"expected-statuses": ["4XX", 503]},
    # Teams and slots have to exist, which no JSON schema can say.
    "positive_data_acceptance": {"enabled": False},
}
"""Checks of schemathesis that are changed, and why; all others are as it has them."""

_CONFIG = {
    "auth": {"openapi": {"idToken": {"bearer": TOKEN.removeprefix("Bearer ")}}},
    "checks": _EXCEPTIONS,
    "operations": [
        # DELETE cancels a run, which stays and reports its state.
        {
            "include-path": "/v1/runs/{run}",
            "checks": {"use_after_free": {"enabled": False}},
        },
    ],
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


class CurrentApplication:
    """The application behind the API, replaced by an empty one for each scenario.

    It is the same every time, identifiers and times included, since hypothesis has to
    find the same responses when it repeats a scenario.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0
        self.reset()

    def reset(self) -> None:
        self._count += 1
        folder = self._folder / str(self._count)
        folder.mkdir()
        numbers = count(1)
        self.application = bootstrap(
            Settings({}),
            store=MemoryStore(),
            revisions=FolderRevisions(folder),
            run_file_store=FolderRunFileStore(folder),
            workflow=RecordingWorkflow(),
            clock=SteppingClock(),
            new_id=lambda: f"id-{next(numbers):04}",
        )


@pytest.fixture(scope="module")
def current(tmp_path_factory: pytest.TempPathFactory) -> CurrentApplication:
    return CurrentApplication(tmp_path_factory.mktemp("buckets"))


@pytest.fixture(scope="module")
def openapi_schema(current: CurrentApplication) -> OpenApiSchema:
    app = Authorizer(make_app(lambda: current.application))
    config = SchemathesisConfig.from_dict(_CONFIG)
    return schemathesis.openapi.from_asgi("/openapi.json", app, config=config)


class ExistingResources:
    """Resources that were made for the next requests, and how these refer to them."""

    def __init__(self, current: CurrentApplication) -> None:
        self._current = current
        self.fields: dict[str, object] = {}

    def make(self) -> None:
        """Make one resource of each kind in an empty application."""
        self._current.reset()
        api = Gateway(self._current.application)
        league = a_league("A B", "4 11 18")
        api.send("POST", "/v1/leagues", body=write_league(league))
        game = {"id": "b-at-a", "home": "A", "away": "B", "slot": "4"}
        rule = {"id": "rest", "kind": "rest_days", "min_rest_days": 1}
        location = {"latitude": 1, "longitude": 2, "time_zone": "America/Chicago"}
        hall = {"id": "hall", "name": "Hall", "location": location}
        owls = {"id": "owls", "name": "Owls", "short_name": "O", "home_venue": "hall"}
        api.patch("/v1/conferences/big12", {"name": "Big 12"})
        api.post("/v1/venues", hall)
        api.post("/v1/teams", owls)
        new = {"name": "One", "league": league.id, "games": [game]}
        schedule = api.post("/v1/schedules", new | {"constraints": [rule]})
        other = api.post("/v1/schedules", new)
        run = api.post(f"{other.headers['location']}/runs", {})
        self.fields = {
            "league": league.id,
            "schedule": schedule.json["id"],
            "run": run.json["id"],
            "game": "b-at-a",
            "constraint": "rest",
            "conference": "big12",
            "number": 1,
            "home": "A",
            "away": "B",
            "slot": "11",
        }

    def refer(self, case: Case[Any]) -> None:
        """Make a valid request refer to these resources, three times of four."""
        if case.meta is None or case.meta.generation.mode is GenerationMode.NEGATIVE:
            return
        if random.random() < 0.25:  # noqa: S311 - hypothesis seeds it
            return
        resource = case.operation.path.split("/")[-1].strip("{}")
        register = {"team": "owls", "venue": "hall"}
        known = self.fields | (
            {resource: register[resource]} if resource in register else {}
        )
        _replace(case.path_parameters, known)
        _replace(case.body, known)
        if "if-match" in (case.headers or {}):
            case.headers["if-match"] = "*"


def _replace(values: object, known: dict[str, object]) -> None:
    if isinstance(values, dict):
        values.update({name: known[name] for name in values if name in known})


@pytest.fixture
def existing(current: CurrentApplication) -> ExistingResources:
    resources = ExistingResources(current)
    resources.make()
    return resources


def operations() -> list[tuple[str, str]]:
    paths = make_app().openapi()["paths"]
    return [(method, path) for path, methods in paths.items() for method in methods]


def test_scenarios_conform_to_the_document(
    openapi_schema: OpenApiSchema, existing: ExistingResources
) -> None:
    class Scenario(openapi_schema.as_state_machine()):  # type: ignore[misc] # made at run time
        def setup(self) -> None:
            existing.make()

        def before_call(self, case: Case[Any]) -> None:
            existing.refer(case)

    Scenario.run(
        settings=settings(
            max_examples=max(1, CASES // 2 // STEPS),
            stateful_step_count=STEPS,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        )
    )


@pytest.mark.parametrize("mode", list(GenerationMode))
@pytest.mark.parametrize(("method", "path"), operations())
def test_the_api_conforms_to_its_document(
    openapi_schema: OpenApiSchema,
    existing: ExistingResources,
    method: str,
    path: str,
    mode: GenerationMode,
) -> None:
    operation = openapi_schema[path][method]
    examples = max(1, CASES // 2 // (len(operations()) * len(GenerationMode)))

    @settings(
        max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck)
    )
    @given(operation.as_strategy(generation_mode=mode))
    def conforms(case: Case[Any]) -> None:
        existing.refer(case)
        case.call_and_validate()

    try:
        conforms()
    except Unsatisfiable:
        assert mode is GenerationMode.NEGATIVE  # nothing to send that could be wrong
