"""How operations describe themselves in OpenAPI: bodies, answers and problems."""

from http import HTTPStatus
from typing import Any

from api.bodies import JSON, MERGE_PATCH
from api.problems import MEDIA_TYPE

type Responses = dict[int | str, dict[str, Any]]

_PROBLEM_OF: dict[int, str] = {
    400: "The body is no JSON; `detail` says where reading stopped.",
    401: "No token, or none that is valid.",
    403: "The role is too small, or the token belongs to no conference.",
    404: "There is no such thing in this conference.",
    405: "There is no such operation on this path.",
    409: "The present state forbids it, or it is there already.",
    412: "Somebody changed it since it was read.",
    413: "The body is larger than is read or kept.",
    415: "The body is of another kind.",
    422: "The request breaks a rule; `errors` names each place.",
    428: "If-Match is missing.",
    429: "All clients together ask too often; the gateway refuses before the API.",
    500: "Something broke on our side.",
    503: "Something that is needed does not answer; try again.",
}
_ALWAYS = (401, 403, 429, 500, 503)
_OF_GATEWAY = (401, 413, 429, 500, 503)
"""What API Gateway can answer by itself, with a message in place of a problem."""
_TOO_MANY = 429
_WITH_BODY = (400, 413, 415, 422)

HEADERS: dict[str, dict[str, Any]] = {
    "X-Correlation-Id": {
        "description": "The request's own id; sent in or made here.",
        "schema": {"type": "string"},
    },
    "RateLimit-Policy": {
        "description": "Requests that all clients together may send: q in w seconds.",
        "schema": {"type": "string"},
        "example": '"gateway";q=200;w=1',
    },
}
"""Of every answer."""
_EVERY_ANSWER = {name: {"$ref": f"#/components/headers/{name}"} for name in HEADERS}
_MESSAGE = {
    "type": "object",
    "properties": {"message": {"type": "string"}},
    "required": ["message"],
}
_ETAG = {"ETag": {"description": "Its version.", "schema": {"type": "string"}}}
_LOCATION = {"Location": {"description": "Where it is.", "schema": {"type": "string"}}}


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def answers(
    status: HTTPStatus,
    schema: str | None,
    *problems: int,
    etag: bool = False,
    location: bool = False,
    may_be_unmodified: bool = False,
    open_to_all: bool = False,
) -> Responses:
    """The answer of a success, and every problem that the operation can answer."""
    headers = {
        **_EVERY_ANSWER,
        **(_ETAG if etag else {}),
        **(_LOCATION if location else {}),
    }
    success: dict[str, Any] = {"description": status.phrase, "headers": headers}
    if schema is not None:
        success["content"] = {JSON: {"schema": ref(schema)}}
    responses: Responses = {status.value: success}
    if may_be_unmodified:
        responses[304] = {
            "description": "It still has the version of If-None-Match.",
            "headers": headers,
        }
    always = (429, 500, 503) if open_to_all else _ALWAYS
    for code in sorted({*problems, *always}):
        responses[code] = _problem(code)
    return responses


def _problem(code: int) -> dict[str, Any]:
    content: dict[str, Any] = {}
    if code != _TOO_MANY:
        content[MEDIA_TYPE] = {"schema": ref("ProblemDocument")}
    if code in _OF_GATEWAY:
        content[JSON] = {"schema": _MESSAGE}
    return {
        "description": _PROBLEM_OF[code],
        "headers": _EVERY_ANSWER,
        "content": content,
    }


def reads(schema: str, *problems: int) -> Responses:
    """Of an operation that shows one thing with its version."""
    return answers(
        HTTPStatus.OK, schema, 404, 422, *problems, etag=True, may_be_unmodified=True
    )


def changes(
    status: HTTPStatus, schema: str | None, *problems: int, etag: bool = True
) -> Responses:
    """Of an operation with a body."""
    location = status in {HTTPStatus.CREATED, HTTPStatus.ACCEPTED}
    return answers(
        status,
        schema,
        *_WITH_BODY,
        409,
        *problems,
        etag=etag,
        location=location,
    )


def takes(schema: str, *, required: bool = True) -> dict[str, Any]:
    """The body of an operation, for `openapi_extra`."""
    content = {JSON: {"schema": ref(schema)}}
    return {"requestBody": {"required": required, "content": content}}


def takes_patch(of: str) -> dict[str, Any]:
    """A JSON merge patch (RFC 7396) of a thing."""
    schema = {
        "type": "object",
        "description": f"A JSON merge patch (RFC 7396) of {of}:"
        " what is named changes, null takes away.",
    }
    return {
        "requestBody": {
            "required": True,
            "content": {MERGE_PATCH: {"schema": schema}, JSON: {"schema": schema}},
        }
    }
