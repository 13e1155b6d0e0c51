"""What can go wrong, as one tree. An outcome (infeasible, stopped) is no error.

::

    FlexTimeError
    ├── InvalidInput              the caller's document breaks a rule; has its places
    │   ├── MalformedDocument     not even JSON (or not JSON that everybody reads alike)
    │   ├── InvalidLeague
    │   └── InvalidSchedule
    ├── NotFound                  no such thing, or another conference's
    ├── AlreadyExists
    ├── Conflict                  the state of the thing forbids the request
    ├── StaleVersion              somebody else changed it first
    ├── IdempotencyKeyReused      same key, another body
    ├── RequestInFlight           same key, first request not answered yet
    ├── TooLarge                  more than the store holds in one piece
    ├── Unavailable               something we depend on does not answer; try again
    ├── NothingLeft               every attempt of a run crashed and left nothing
    └── ResultRejected            a solver's result does not stand up to the checker
"""

from dataclasses import dataclass


class FlexTimeError(Exception):
    """Anything this system refuses or cannot do, with a sentence for its reader."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of a document: where it is and what would be right.

    Attributes
    ----------
    pointer
        RFC 6901 JSON pointer into the document, such as ``/teams/3/home_venue``;
        for CSV ``row 12, column away``.
    message
        One sentence for the person who wrote the document.
    """

    pointer: str
    message: str


class InvalidInput(FlexTimeError):
    """A document breaks a rule; `problems` names each place."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(f"{p.pointer}: {p.message}" for p in problems))
        self.problems = problems


class MalformedDocument(InvalidInput):
    """A text that is no document at all; its problem says where reading stopped."""


class InvalidLeague(InvalidInput):
    """A league document that cannot be scheduled as it stands."""


class InvalidSchedule(InvalidInput):
    """A schedule document that does not belong to its league."""


class NotFound(FlexTimeError):
    """No such thing for this conference."""


class AlreadyExists(FlexTimeError):
    """A thing of that id is there already."""


class Conflict(FlexTimeError):
    """The thing's present state forbids the request."""


class StaleVersion(FlexTimeError):
    """The caller's version is not the newest."""


class IdempotencyKeyReused(FlexTimeError):
    """The same Idempotency-Key came with another body."""


class RequestInFlight(FlexTimeError):
    """The first request with this Idempotency-Key has no answer yet."""


class TooLarge(FlexTimeError):
    """A document is larger than the store can hold."""


class Unavailable(FlexTimeError):
    """Something this system depends on does not answer; the same request may later."""


class ResultRejected(FlexTimeError):
    """The checker's score of a result is not the score its solver reported."""


class NothingLeft(FlexTimeError):
    """Every attempt of a run crashed before it had found a schedule."""
