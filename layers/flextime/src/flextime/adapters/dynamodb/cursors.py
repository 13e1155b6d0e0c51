"""Opaque cursors of paged lists.

A cursor does not name a tenant, so it cannot open a page of another tenant's list.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode

from flextime.domain.errors import InvalidInput, Problem


def write_cursor(entity: str, last: str) -> str:
    """Return the cursor of the page that follows the item with the id `last`."""
    return urlsafe_b64encode(f"{entity} {last}".encode()).decode().rstrip("=")


def read_cursor(entity: str, cursor: str) -> str:
    """Return the id after which the page starts.

    Raises
    ------
    InvalidInput
        The text is not a cursor of this kind of list.
    """
    try:
        padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
        named, _, last = urlsafe_b64decode(padded).decode().partition(" ")
    except ValueError:
        raise _invalid_cursor() from None
    if named != entity or not last or write_cursor(entity, last) != cursor:
        raise _invalid_cursor()
    return last


def _invalid_cursor() -> InvalidInput:
    return InvalidInput((Problem("/cursor", "not a cursor of this list"),))
