"""The OpenAPI document: paths from the routes, schemas from the domain's types."""

import json
from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import TypeAdapter

from api import run_schemas, schemas
from api.documentation import HEADERS
from api.problems import ProblemDocument
from flextime.domain.constraints import Constraint
from flextime.domain.leagues.league import League, Team, Venue
from flextime.domain.runs.run import RunParameters
from flextime.domain.schedules.games import Game, Schedule
from flextime.domain.schedules.season_schedule import SeasonSchedule
from flextime.usecases.aggregates import Conference
from flextime.usecases.schedules.analyze_schedule import Analysis
from flextime.usecases.schedules.manage_schedules import NewSchedule

_DESCRIPTION = """\
Makes, checks, explains and keeps the season schedules of a college athletic conference.

Everything belongs to the conference that the ID token names; nothing of another one is
visible. Errors are `application/problem+json` (RFC 9457) with a stable `type` and
`code`. A thing's ETag is its version: changes need `If-Match`. A POST with an
`Idempotency-Key` is done once. Lists go on with the `next` of the page before. What API
Gateway refuses before the API sees it (no valid token, too many requests) has a
`message` in plain JSON in place of a problem document.
"""

_TYPES: dict[str, Any] = {
    kind.__name__: kind
    for kind in (
        Analysis,
        Conference,
        Game,
        League,
        NewSchedule,
        ProblemDocument,
        RunParameters,
        Schedule,
        SeasonSchedule,
        Team,
        Venue,
        schemas.ConstraintList,
        schemas.DemoData,
        schemas.DemoLeagueList,
        schemas.GameList,
        schemas.GamesToJudge,
        schemas.Health,
        schemas.LeaguePage,
        schemas.LeagueSummary,
        schemas.Me,
        run_schemas.RunPage,
        run_schemas.RunProgress,
        run_schemas.RunSummary,
        schemas.SchedulePage,
        schemas.TeamPage,
        schemas.VenuePage,
    )
} | {"Constraint": Constraint}

_OPEN = {"/health"}


def document_of(app: FastAPI) -> dict[str, Any]:
    document = get_openapi(
        title="FlexTime",
        version=app.version,
        description=_DESCRIPTION,
        routes=app.routes,
        servers=[{"url": "/"}],
    )
    components = document.setdefault("components", {})
    components["schemas"] = _schemas()
    components["headers"] = HEADERS
    components["securitySchemes"] = {
        "idToken": {
            "type": "http",
            "scheme": "bearer",
            "bearerFormat": "JWT",
            "description": "The ID token of the conference's user pool.",
        }
    }
    for path, operations in document["paths"].items():
        for operation in operations.values():
            operation["security"] = [] if path in _OPEN else [{"idToken": []}]
            for parameter in operation.get("parameters", ()):
                _describe(parameter)
    return document


def text_of(app: FastAPI) -> str:
    """The document as it is committed in docs/openapi.json."""
    return json.dumps(document_of(app), indent=2, ensure_ascii=False) + "\n"


def _describe(parameter: dict[str, Any]) -> None:
    """A parameter is absent or has a value; null cannot be sent in one."""
    schema = parameter["schema"]
    if "anyOf" in schema:
        present = [one for one in schema.pop("anyOf") if one != {"type": "null"}]
        schema.update(*present)
    # Its absence is answered by 428, not by 422, so the route sees it as optional.
    parameter["required"] |= parameter["name"] == "if-match"


def _schemas() -> dict[str, Any]:
    inputs = [(name, "validation", TypeAdapter(kind)) for name, kind in _TYPES.items()]
    found, shared = TypeAdapter.json_schemas(
        inputs,  # type: ignore[arg-type] # invariance: the mode is a Literal
        ref_template="#/components/schemas/{model}",
    )
    schemas_by_name: dict[str, Any] = dict(shared.get("$defs", {}))
    for (name, _), schema in found.items():
        if schema != {"$ref": f"#/components/schemas/{name}"}:
            schemas_by_name[str(name)] = schema
    for schema in schemas_by_name.values():
        for part in _objects(schema):
            _close(part)
    return dict(sorted(schemas_by_name.items()))


def _objects(schema: object) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        if "properties" in schema:
            yield schema
        for value in schema.values():
            yield from _objects(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _objects(value)


def _close(schema: dict[str, Any]) -> None:
    """Say what pydantic leaves unsaid: other fields are refused, `kind` is needed."""
    schema["additionalProperties"] = False
    kind = schema["properties"].get("kind", {})
    if "const" in kind:
        schema["required"] = sorted({*schema.get("required", ()), "kind"})
    if "description" in schema:
        schema["description"] = schema["description"].partition("\n\n")[0]
