"""The exceptions of FlexTime. An outcome (infeasible, stopped) is not an exception.

::

    FlexTimeError
    ├── InvalidInput              a document is invalid; lists the places
    │   ├── MalformedDocument     a text that is not JSON
    │   ├── InvalidLeague
    │   └── InvalidSchedule
    ├── NotFound                  the resource does not exist for this conference
    ├── AlreadyExists             a resource with this id exists
    ├── Conflict                  the state of the resource forbids the request
    │   └── ConcurrentChanges     other requests kept changing the resource
    ├── StaleVersion              the resource was changed by another request
    ├── IdempotencyKeyReused      the key was used with another request body
    ├── RequestInFlight           the first request with this key is still running
    ├── TooLarge                  a document exceeds the limit of the store
    ├── Unavailable               a service that FlexTime depends on does not respond
    ├── AllAttemptsFailed         every attempt of a run crashed without a result
    └── ResultRejected            a solver's result contradicts the checker

`InvalidField` is a `ValueError` of a value's constructor; readers of documents report
it as an `InvalidInput`.
"""

from dataclasses import dataclass


class FlexTimeError(Exception):
    """Base class of all exceptions of FlexTime; the text is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One error in a document.

    Attributes
    ----------
    pointer
        Place of the error: an RFC 6901 JSON pointer such as
        ``/teams/3/home_venue``, or ``row 12, column away`` in a CSV file.
    message
        One sentence for the author of the document.
    """

    pointer: str
    message: str


class InvalidInput(FlexTimeError):
    """A document is invalid.

    Attributes
    ----------
    problems
        Every error that was found, with its place.
    """

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(f"{p.pointer}: {p.message}" for p in problems))
        self.problems = problems


class InvalidField(ValueError):
    """A field of a value is out of range; the text names the field and what is allowed.

    Attributes
    ----------
    field
        Name of the field.
    """

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field} {reason}")
        self.field = field


class MalformedDocument(InvalidInput):
    """A text is not JSON; the problem says where parsing stopped."""


class InvalidLeague(InvalidInput):
    """A league document is invalid, or no schedule can satisfy the league."""


class InvalidSchedule(InvalidInput):
    """A schedule document is invalid or does not belong to its league."""


class NotFound(FlexTimeError):
    """A resource does not exist for this conference."""


class AlreadyExists(FlexTimeError):
    """A resource with this id already exists."""


class Conflict(FlexTimeError):
    """The current state of a resource forbids the request."""


class ConcurrentChanges(Conflict):
    """Other requests kept changing the resource; the caller may retry."""


class StaleVersion(FlexTimeError):
    """The caller's version of a resource is not the newest."""


class IdempotencyKeyReused(FlexTimeError):
    """An Idempotency-Key was reused with a different request body."""


class RequestInFlight(FlexTimeError):
    """The first request with this Idempotency-Key has not been answered yet."""


class TooLarge(FlexTimeError):
    """A document exceeds the size limit of the store."""


class Unavailable(FlexTimeError):
    """A service that FlexTime depends on does not respond; the caller may retry."""


class ResultRejected(FlexTimeError):
    """The result of a solver contradicts the checker."""


class AllAttemptsFailed(FlexTimeError):
    """Every attempt of a run crashed before it found a schedule."""
