"""Bodies read as values, with the ids in them fit for an address."""

import re

from flextime.domain.errors import InvalidInput, Problem
from flextime.serialization.json_documents import parse
from flextime.serialization.merge_patch import patched
from flextime.serialization.type_adapters import adapter_of

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


def read[T](kind: type[T], body: bytes) -> T:
    """Raise `InvalidInput` or `MalformedDocument` for what is no such value."""
    value = parse(adapter_of(kind), body, InvalidInput, unknown_fields="forbid")
    refuse_shapeless_id(value)
    return value


def changed[T](kind: type[T], known: T, patch: bytes) -> T:
    """A known thing after a merge patch; its id stays."""
    after = patched(adapter_of(kind), known, patch)
    if getattr(after, "id", None) != getattr(known, "id", None):
        raise InvalidInput((Problem("/id", "an id cannot be changed"),))
    return after


def refuse_shapeless_id(value: object) -> None:
    name = getattr(value, "id", None)
    if isinstance(name, str) and not _ID.fullmatch(name):
        message = (
            f"{name!r} is no id: it has 1 to 100 letters, digits, '.', '_' and '-',"
            " and begins with a letter or a digit"
        )
        raise InvalidInput((Problem("/id", message),))
