"""Cursors: where a list goes on, opaque to those who carry them.

A cursor names no conference, so it can show nobody anything that is not theirs.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode

from flextime.domain.errors import InvalidInput, Problem


def write_cursor(entity: str, last: str) -> str:
    """For the page after the item `last`."""
    return urlsafe_b64encode(f"{entity} {last}".encode()).decode().rstrip("=")


def read_cursor(entity: str, cursor: str) -> str:
    """The id after which the page begins; raise `InvalidInput` for rubbish."""
    try:
        padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
        named, _, last = urlsafe_b64decode(padded).decode().partition(" ")
    except ValueError:
        raise _not_ours() from None
    if named != entity or not last or write_cursor(entity, last) != cursor:
        raise _not_ours()
    return last


def _not_ours() -> InvalidInput:
    return InvalidInput((Problem("/cursor", "not a cursor of this list"),))
