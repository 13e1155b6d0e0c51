"""The OpenAPI document: FastAPI's own, completed with what the whole API shares."""

import json
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import TypeAdapter

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

_REF = "#/components/schemas/{model}"
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
    components["schemas"] = _with_named_unions(components["schemas"])
    add_patch_schemas(document)
    components["schemas"] = dict(sorted(components["schemas"].items()))
    for schema in _objects(components["schemas"]):
        _complete(schema)
    for operations in document["paths"].values():
        for operation in operations.values():
            _complete_operation(operation)
    return document


def openapi_text(app: FastAPI) -> str:
    """Return the document as it is committed in docs/openapi.json."""
    return json.dumps(openapi_document(app), indent=2, ensure_ascii=False) + "\n"


def _with_named_unions(schemas: dict[str, Any]) -> dict[str, Any]:
    """Return the schemas with a reference wherever a named union stands in place."""
    unions = {
        json.dumps(schema["oneOf"]): {"$ref": _REF.format(model=name)}
        for name, schema in schemas.items()
        if "oneOf" in schema
    }

    def replaced(value: Any) -> Any:  # noqa: ANN401 - any part of a JSON schema
        if isinstance(value, dict):
            union = unions.get(json.dumps(value.get("oneOf")))
            return union or {key: replaced(part) for key, part in value.items()}
        return [replaced(part) for part in value] if isinstance(value, list) else value

    return {
        name: schema if "oneOf" in schema else replaced(schema)
        for name, schema in schemas.items()
    }


def _problem_schemas() -> dict[str, Any]:
    schema = TypeAdapter(ProblemDocument).json_schema(ref_template=_REF)
    return {
        **schema.pop("$defs"),
        ProblemDocument.__name__: schema,
        _GATEWAY_MESSAGE["title"]: _GATEWAY_MESSAGE,
    }


def _schema_ref(name: str) -> dict[str, Any]:
    return {"schema": {"$ref": _REF.format(model=name)}}


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


def _objects(schema: object) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        if "properties" in schema:
            yield schema
        for value in schema.values():
            yield from _objects(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _objects(value)


def _complete(schema: dict[str, Any]) -> None:
    """Add that other fields are rejected and that `kind` is required."""
    schema.setdefault("additionalProperties", False)
    kind = schema["properties"].get("kind", {})
    if "const" in kind:
        schema["required"] = sorted({*schema.get("required", ()), "kind"})
    if "description" in schema:
        schema["description"] = schema["description"].partition("\n\n")[0]
