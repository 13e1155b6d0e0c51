"""Mapping from errors to problem types: status, stable code and title (RFC 9457)."""

from dataclasses import dataclass
from http import HTTPStatus

from api.errors import (
    BodyTooLarge,
    Forbidden,
    PreconditionRequired,
    Unauthenticated,
    UnsupportedMediaType,
)
from flextime.domain import errors


@dataclass(frozen=True, slots=True)
class ProblemType:
    """The part of a problem document that is the same for every error of a class.

    Attributes
    ----------
    code
        Stable name for programs; also the last part of the type's URI.
    title
        Short summary for people.
    """

    status: HTTPStatus
    code: str
    title: str

    @property
    def uri(self) -> str:
        """The problem document's `type`."""
        return f"urn:flextime:problem:{self.code}"


INTERNAL = ProblemType(
    HTTPStatus.INTERNAL_SERVER_ERROR, "internal", "Internal server error"
)

PROBLEM_TYPES: dict[type[Exception], ProblemType] = {
    errors.MalformedDocument: ProblemType(
        HTTPStatus.BAD_REQUEST, "malformed-document", "Malformed JSON"
    ),
    Unauthenticated: ProblemType(
        HTTPStatus.UNAUTHORIZED, "unauthenticated", "Authentication required"
    ),
    Forbidden: ProblemType(HTTPStatus.FORBIDDEN, "forbidden", "Permission denied"),
    errors.NotFound: ProblemType(HTTPStatus.NOT_FOUND, "not-found", "Not found"),
    errors.AlreadyExists: ProblemType(
        HTTPStatus.CONFLICT, "already-exists", "Already exists"
    ),
    errors.Conflict: ProblemType(
        HTTPStatus.CONFLICT, "conflict", "Conflict with the current state"
    ),
    errors.RequestInFlight: ProblemType(
        HTTPStatus.CONFLICT, "request-in-flight", "Request still in progress"
    ),
    errors.StaleVersion: ProblemType(
        HTTPStatus.PRECONDITION_FAILED, "stale-version", "Changed since it was read"
    ),
    errors.TooLarge: ProblemType(
        HTTPStatus.CONTENT_TOO_LARGE, "too-large", "Too large to be stored"
    ),
    BodyTooLarge: ProblemType(
        HTTPStatus.CONTENT_TOO_LARGE, "body-too-large", "Request body too large"
    ),
    UnsupportedMediaType: ProblemType(
        HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
        "unsupported-media-type",
        "Unsupported media type",
    ),
    errors.IdempotencyKeyReused: ProblemType(
        HTTPStatus.UNPROCESSABLE_CONTENT,
        "idempotency-key-reused",
        "Idempotency-Key used for another request",
    ),
    errors.InvalidInput: ProblemType(
        HTTPStatus.UNPROCESSABLE_CONTENT, "invalid-input", "Invalid input"
    ),
    PreconditionRequired: ProblemType(
        HTTPStatus.PRECONDITION_REQUIRED,
        "precondition-required",
        "If-Match required",
    ),
    errors.Unavailable: ProblemType(
        HTTPStatus.SERVICE_UNAVAILABLE, "unavailable", "Service unavailable"
    ),
}


def problem_type_of(error: Exception) -> ProblemType:
    """Return the problem type of the error's nearest class in the table."""
    for ancestor in type(error).__mro__:
        if ancestor in PROBLEM_TYPES:
            return PROBLEM_TYPES[ancestor]
    return INTERNAL
