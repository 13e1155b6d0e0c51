"""Problem documents: the bodies of failed requests (RFC 9457)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import Request, Response

from api.correlation import correlation_id_of
from api.problem_types import ProblemType

MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldError:
    """One place of a request that has to change.

    Attributes
    ----------
    location
        ``body``, ``query``, ``path`` or ``header``.
    pointer
        JSON pointer into the location (RFC 6901).
    """

    location: str
    pointer: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemDocument:
    """Why a request failed (RFC 9457)."""

    type: str
    title: str
    status: int
    code: str
    detail: str
    correlation_id: str
    errors: tuple[FieldError, ...] = ()


def problem_response(
    request: Request,
    problem_type: ProblemType,
    detail: str,
    field_errors: tuple[FieldError, ...] = (),
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Return the response of a failed request."""
    document: dict[str, object] = {
        "type": problem_type.uri,
        "title": problem_type.title,
        "status": problem_type.status.value,
        "code": problem_type.code,
        "detail": detail,
        "correlation_id": correlation_id_of(request.scope),
    }
    if field_errors:
        document["errors"] = [
            {"location": e.location, "pointer": e.pointer, "detail": e.detail}
            for e in field_errors
        ]
    return Response(
        json.dumps(document),
        problem_type.status,
        dict(headers or {}),
        media_type=MEDIA_TYPE,
    )
