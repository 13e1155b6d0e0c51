"""Responses that FastAPI cannot derive from a route: headers and problems.

Each constant or call is a value for a route's `responses`; join them with ``|``.
Problems are references to the document's shared components (`api.openapi`).
"""

from http import HTTPStatus
from typing import Any

type Responses = dict[int | str, dict[str, Any]]

PROBLEMS: dict[int, str] = {
    400: "The body is not JSON; `detail` gives the position.",
    401: "The token is missing or invalid.",
    403: "The caller's role is insufficient, or the token names no conference.",
    404: "The conference has no such resource.",
    409: "The current state forbids the change, or the resource already exists.",
    412: "The resource has changed since it was read.",
    413: "The body is too large to be read or stored.",
    415: "The body's media type is not supported.",
    422: "The request is invalid; `errors` lists each place.",
    428: "If-Match is missing.",
    429: "The gateway's rate limit, shared by all clients, is exceeded.",
    500: "The server failed.",
    503: "A service that the API depends on does not respond; try again.",
}
"""Description of each status that an operation may document."""


def problem_name(status: int) -> str:
    """Return the name of a problem's response component, such as ``NotFound``."""
    return HTTPStatus(status).phrase.title().replace(" ", "").replace("-", "")


def problems(*statuses: int) -> Responses:
    """Return references to the problem responses of these statuses."""
    return {
        status: {
            "description": PROBLEMS[status],
            "$ref": f"#/components/responses/{problem_name(status)}",
        }
        for status in statuses
    }


def _headers(status: int, headers: dict[str, Any]) -> Responses:
    return {status: {"headers": headers}}


def _header(description: str) -> dict[str, Any]:
    return {"description": description, "schema": {"type": "string"}}


_ETAG = {"ETag": _header("Version of the resource.")}
_LOCATION = {"Location": _header("Path of the resource.")}

OPEN = problems(429, 500, 503)
"""Of every operation."""

AUTHENTICATED = OPEN | problems(401, 403)
"""Of every operation that needs a token."""

VERSIONED = _headers(200, _ETAG) | {
    304: {
        "description": "The resource still has the version of If-None-Match.",
        "headers": _ETAG,
    }
}
"""Of reading a resource with an ETag."""

CHANGED = _headers(200, _ETAG) | problems(404, 409, 412, 422, 428)
"""Of changing a resource under If-Match."""

DELETED = problems(404, 409, 412, 422, 428)
"""Of deleting a resource under If-Match."""

DELETED_PART = _headers(204, _ETAG) | DELETED
"""Of deleting a part of a resource; the ETag is the whole's."""

CREATED = _headers(201, _ETAG | _LOCATION) | problems(409, 422)
"""Of creating a resource."""

ACCEPTED = _headers(202, _LOCATION) | problems(404, 409, 422)
"""Of work that continues after the response."""
