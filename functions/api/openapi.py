"""The OpenAPI document: FastAPI's own, completed with what the whole API shares."""

import json
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import TypeAdapter

from api.component_schemas import REF, complete_schemas, with_named_unions
from api.documented_responses import PROBLEMS, problem_name
from api.patch_schemas import add_patch_schemas
from api.problem_documents import MEDIA_TYPE, ProblemDocument
from api.request_body import JSON

_DESCRIPTION = """\
Creates, checks, explains and stores season schedules of a college athletic conference.

All resources belong to the conference that the ID token names; those of others are not
visible. Errors are `application/problem+json` (RFC 9457) with a stable `type` and
`code`. A resource's ETag is its version; changes require `If-Match`. A POST with an
`Idempotency-Key` is executed once. PATCH takes a JSON merge patch (RFC 7396). A list
continues with the `next` of the previous page. API Gateway rejects requests without a
valid token and requests over the rate limit itself, with a `message` in plain JSON
instead of a problem document.
"""

_HEADERS: dict[str, dict[str, Any]] = {
    "X-Correlation-Id": {
        "description": "Id of the request, sent by the client or generated.",
        "schema": {"type": "string"},
    },
    "RateLimit-Policy": {
        "description": "Requests that all clients together may send: q in w seconds.",
        "schema": {"type": "string"},
        "example": '"gateway";q=200;w=1',
    },
}
"""Headers of every response."""
_HEADER_REFS = {name: {"$ref": f"#/components/headers/{name}"} for name in _HEADERS}

_GATEWAY_STATUSES = {401, 413, 429, 500, 503}
"""Statuses that API Gateway can send itself, with a message instead of a problem."""
_GATEWAY_MESSAGE: dict[str, Any] = {
    "type": "object",
    "properties": {"message": {"type": "string"}},
    "required": ["message"],
    "title": "GatewayMessage",
    "description": "Response of API Gateway to a request that it rejects itself.",
    "additionalProperties": True,
}


def openapi_document(app: FastAPI) -> dict[str, Any]:
    """Return the OpenAPI document of an API made by `api.app.make_app`."""
    document = get_openapi(
        title=app.title,
        version=app.version,
        description=_DESCRIPTION,
        routes=app.routes,
        servers=[{"url": "/"}],
        separate_input_output_schemas=False,
    )
    components = document["components"]
    components["schemas"] |= _problem_schemas()
    components["headers"] = _HEADERS
    components["responses"] = {
        problem_name(status): _problem_response(status) for status in PROBLEMS
    }
    components["schemas"] = with_named_unions(components["schemas"])
    add_patch_schemas(document)
    components["schemas"] = dict(sorted(components["schemas"].items()))
    complete_schemas(components["schemas"])
    for operations in document["paths"].values():
        for operation in operations.values():
            _complete_operation(operation)
    return document


def openapi_text(app: FastAPI) -> str:
    """Return the document as it is committed in docs/openapi.json."""
    return json.dumps(openapi_document(app), indent=2, ensure_ascii=False) + "\n"


def _problem_schemas() -> dict[str, Any]:
    schema = TypeAdapter(ProblemDocument).json_schema(ref_template=REF)
    return {
        **schema.pop("$defs"),
        ProblemDocument.__name__: schema,
        _GATEWAY_MESSAGE["title"]: _GATEWAY_MESSAGE,
    }


def _schema_ref(name: str) -> dict[str, Any]:
    return {"schema": {"$ref": REF.format(model=name)}}


def _problem_response(status: int) -> dict[str, Any]:
    content: dict[str, Any] = {}
    if status != 429:
        content[MEDIA_TYPE] = _schema_ref(ProblemDocument.__name__)
    if status in _GATEWAY_STATUSES:
        content[JSON] = _schema_ref(_GATEWAY_MESSAGE["title"])
    return {
        "description": PROBLEMS[status],
        "headers": _HEADER_REFS,
        "content": content,
    }


def _complete_operation(operation: dict[str, Any]) -> None:
    operation["responses"] = dict(sorted(operation["responses"].items()))
    for status, response in operation["responses"].items():
        if "$ref" not in response:
            response["headers"] = _HEADER_REFS | response.get("headers", {})
            if status != "304":
                response["description"] = HTTPStatus(int(status)).phrase
    for parameter in operation.get("parameters", ()):
        schema = parameter["schema"]
        if "anyOf" in schema:  # a parameter is absent or has a value, never null
            present = [one for one in schema.pop("anyOf") if one != {"type": "null"}]
            schema.update(*present)
        # A missing If-Match is 428 and not 422, so the route declares it optional.
        parameter["required"] |= parameter["name"] == "if-match"
