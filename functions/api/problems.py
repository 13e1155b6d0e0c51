"""One table from errors to HTTP, and the form in which people get them (RFC 9457)."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.routing import BaseRoute, Match

from api.correlation import correlation_id_of
from api.refusals import (
    BodyTooLarge,
    Forbidden,
    PreconditionRequired,
    Unauthenticated,
    UnsupportedMediaType,
)
from flextime.domain import errors

MEDIA_TYPE = "application/problem+json"
MOST_FAULTS = 100
"""Lambda answers at most 6 MB, and nobody reads more."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What stays the same for every error of a class; `code` is for programs."""

    status: HTTPStatus
    code: str
    title: str

    @property
    def type(self) -> str:
        return f"urn:flextime:problem:{self.code}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One place of a request that has to change.

    Attributes
    ----------
    where
        ``body``, ``query``, ``path`` or ``header``.
    pointer
        JSON pointer into it (RFC 6901).
    """

    where: str
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
    errors: tuple[Fault, ...] = ()


KINDS: dict[type[Exception], Kind] = {
    errors.MalformedDocument: Kind(
        HTTPStatus.BAD_REQUEST, "malformed-document", "The body cannot be read"
    ),
    Unauthenticated: Kind(HTTPStatus.UNAUTHORIZED, "unauthenticated", "Sign in first"),
    Forbidden: Kind(HTTPStatus.FORBIDDEN, "forbidden", "Not allowed for you"),
    errors.NotFound: Kind(HTTPStatus.NOT_FOUND, "not-found", "There is no such thing"),
    errors.AlreadyExists: Kind(
        HTTPStatus.CONFLICT, "already-exists", "There is such a thing already"
    ),
    errors.Conflict: Kind(
        HTTPStatus.CONFLICT, "conflict", "The present state forbids it"
    ),
    errors.RequestInFlight: Kind(
        HTTPStatus.CONFLICT,
        "request-in-flight",
        "The first request is not answered yet",
    ),
    errors.StaleVersion: Kind(
        HTTPStatus.PRECONDITION_FAILED,
        "stale-version",
        "Somebody changed it before you",
    ),
    errors.TooLarge: Kind(
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too-large", "Too large to be kept"
    ),
    BodyTooLarge: Kind(
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "body-too-large", "The body is too large"
    ),
    UnsupportedMediaType: Kind(
        HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
        "unsupported-media-type",
        "The body is of another kind than expected",
    ),
    errors.IdempotencyKeyReused: Kind(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "idempotency-key-reused",
        "This Idempotency-Key belongs to another request",
    ),
    errors.InvalidInput: Kind(
        HTTPStatus.UNPROCESSABLE_ENTITY, "invalid-input", "The request breaks a rule"
    ),
    PreconditionRequired: Kind(
        HTTPStatus.PRECONDITION_REQUIRED,
        "precondition-required",
        "Say which version you have read",
    ),
    errors.Unavailable: Kind(
        HTTPStatus.SERVICE_UNAVAILABLE, "unavailable", "Try again in a moment"
    ),
}

INTERNAL = Kind(
    HTTPStatus.INTERNAL_SERVER_ERROR, "internal", "Something broke on our side"
)


def kind_of(error: Exception) -> Kind:
    """The entry of the nearest class that the table has."""
    for ancestor in type(error).__mro__:
        if ancestor in KINDS:
            return KINDS[ancestor]
    return INTERNAL


def answer(
    request: Request,
    kind: Kind,
    detail: str,
    faults: tuple[Fault, ...] = (),
    headers: Mapping[str, str] | None = None,
) -> Response:
    document: dict[str, object] = {
        "type": kind.type,
        "title": kind.title,
        "status": kind.status.value,
        "code": kind.code,
        "detail": detail,
        "correlation_id": correlation_id_of(request.scope),
    }
    if faults:
        document["errors"] = [
            {"where": fault.where, "pointer": fault.pointer, "detail": fault.detail}
            for fault in faults
        ]
    return Response(
        json.dumps(document), kind.status, dict(headers or {}), media_type=MEDIA_TYPE
    )


async def refused(request: Request, error: Exception) -> Response:
    """Anything that this system refuses or cannot do."""
    kind = kind_of(error)
    headers = {}
    if kind.status is HTTPStatus.UNAUTHORIZED:
        headers["WWW-Authenticate"] = "Bearer"
    if kind.status is HTTPStatus.SERVICE_UNAVAILABLE:
        headers["Retry-After"] = "1"
    if isinstance(error, errors.InvalidInput):
        where = "query" if request.method == "GET" else "body"
        faults = tuple(
            Fault(where=where, pointer=problem.pointer, detail=problem.message)
            for problem in error.problems[:MOST_FAULTS]
        )
        count = len(error.problems)
        detail = faults[0].detail if count == 1 else f"{count} places have to change"
        if count > MOST_FAULTS:
            detail += f"; the first {MOST_FAULTS} are named"
        return answer(request, kind, detail, faults, headers)
    return answer(request, kind, str(error), headers=headers)


async def invalid_parameters(request: Request, error: Exception) -> Response:
    """Parameters of path, query and headers that are not of their form."""
    if not isinstance(error, RequestValidationError):
        raise error
    faults = tuple(
        Fault(
            where=str(detail["loc"][0]),
            pointer="".join(f"/{step}" for step in detail["loc"][1:]),
            detail=detail["msg"],
        )
        for detail in error.errors()
    )
    detail = "; ".join(f"{fault.pointer[1:]}: {fault.detail}" for fault in faults)
    return answer(request, KINDS[errors.InvalidInput], detail, faults)


async def of_http(request: Request, error: Exception) -> Response:
    """What routing refuses: unknown paths and methods."""
    if not isinstance(error, HTTPException):
        raise error
    status = HTTPStatus(error.status_code)
    headers = dict(error.headers or {})
    if status is HTTPStatus.METHOD_NOT_ALLOWED:
        headers["Allow"] = ", ".join(sorted(_methods_of(request)))
        if request.method == "OPTIONS":
            # A browser's preflight: API Gateway adds the CORS headers by itself.
            return Response(None, HTTPStatus.NO_CONTENT, headers)
    code = status.phrase.lower().replace(" ", "-")
    kind = Kind(status, code, status.phrase)
    return answer(request, kind, str(error.detail), headers=headers)


def _methods_of(request: Request) -> set[str]:
    """All methods of the path; routing itself names only those of its first route."""
    methods: set[str] = set()
    for route in [*request.app.state.routes, *request.app.routes]:
        match, _ = route.matches(request.scope)
        if match is not Match.NONE:
            methods |= getattr(route, "methods", None) or set()
    return methods


def install(app: FastAPI, routes: Sequence[BaseRoute]) -> None:
    app.state.routes = routes
    app.add_exception_handler(errors.FlexTimeError, refused)
    app.add_exception_handler(RequestValidationError, invalid_parameters)
    app.add_exception_handler(HTTPException, of_http)
