"""Exception handlers that turn every failure into a problem document."""

from collections.abc import Sequence
from http import HTTPStatus

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.routing import BaseRoute, Match

from api.idempotency import Replayed, replay
from api.problem_documents import FieldError, problem_response
from api.problem_types import PROBLEM_TYPES, ProblemType, problem_type_of
from flextime.domain import errors

MAX_FIELD_ERRORS = 100
"""Keeps a response far below Lambda's limit of 6 MB."""

_HEADERS = {
    HTTPStatus.UNAUTHORIZED: {"WWW-Authenticate": "Bearer"},
    HTTPStatus.SERVICE_UNAVAILABLE: {"Retry-After": "1"},
}


def add_exception_handlers(app: FastAPI, routes: Sequence[BaseRoute]) -> None:
    """Register all handlers; `routes` are those that name a path's methods in 405."""
    app.state.routes = routes
    app.add_exception_handler(errors.FlexTimeError, domain_error)
    app.add_exception_handler(RequestValidationError, invalid_parameters)
    app.add_exception_handler(HTTPException, routing_error)
    app.add_exception_handler(Replayed, replay)


async def domain_error(request: Request, error: Exception) -> Response:
    """Respond to an error of the domain, a use case or the API itself."""
    problem_type = problem_type_of(error)
    headers = _HEADERS.get(problem_type.status)
    if not isinstance(error, errors.InvalidInput):
        return problem_response(request, problem_type, str(error), headers=headers)
    location = "query" if request.method == "GET" else "body"
    field_errors = tuple(
        FieldError(location=location, pointer=problem.pointer, detail=problem.message)
        for problem in error.problems[:MAX_FIELD_ERRORS]
    )
    return problem_response(request, problem_type, _summary(error), field_errors)


def _summary(error: errors.InvalidInput) -> str:
    count = len(error.problems)
    if count == 1:
        return error.problems[0].message
    if count <= MAX_FIELD_ERRORS:
        return f"{count} errors"
    return f"{count} errors; the first {MAX_FIELD_ERRORS} are listed"


async def invalid_parameters(request: Request, error: Exception) -> Response:
    """Respond to invalid parameters of the path, the query or the headers."""
    if not isinstance(error, RequestValidationError):
        raise error
    field_errors = tuple(
        FieldError(
            location=str(detail["loc"][0]),
            pointer="".join(f"/{step}" for step in detail["loc"][1:]),
            detail=detail["msg"],
        )
        for detail in error.errors()
    )
    summary = "; ".join(f"{e.pointer[1:]}: {e.detail}" for e in field_errors)
    problem_type = PROBLEM_TYPES[errors.InvalidInput]
    return problem_response(request, problem_type, summary, field_errors)


async def routing_error(request: Request, error: Exception) -> Response:
    """Respond to an unknown path or method."""
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
    problem_type = ProblemType(status, code, status.phrase)
    return problem_response(request, problem_type, str(error.detail), headers=headers)


def _methods_of(request: Request) -> set[str]:
    """Return all methods of the path; routing names only those of its first route."""
    methods: set[str] = set()
    for route in [*request.app.state.routes, *request.app.routes]:
        match, _ = route.matches(request.scope)
        if match is not Match.NONE:
            methods |= getattr(route, "methods", None) or set()
    return methods
