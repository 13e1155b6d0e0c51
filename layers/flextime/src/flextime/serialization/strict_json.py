"""Validation of JSON that all parsers read alike (I-JSON, RFC 7493).

Parsers differ on duplicate names, on numbers that a double cannot represent and on NUL
characters; a document that has any of these is rejected.
"""

import json
import math
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from pydantic_core import from_json

from flextime.domain.errors import InvalidInput, MalformedDocument, Problem

_MAX_INTEGER = 2**53 - 1
"""Largest integer up to which a double represents every integer."""
_MAX_VALUES = 50_000
"""Limit on the values of a document, which bounds the number of reported errors. The
largest shipped league has 900."""


def ensure_well_formed(
    text: str | bytes, invalid: type[InvalidInput] = InvalidInput
) -> None:
    """Verify that a text is I-JSON.

    Raises
    ------
    MalformedDocument
        If the text is not JSON.
    InvalidInput
        As the class `invalid`, if parsers may read the JSON differently.
    """
    try:
        document = from_json(text, allow_inf_nan=False)
    except ValueError as error:
        raise MalformedDocument((Problem("", f"not JSON: {error}"),)) from None
    if any(True for _ in islice(_values(document), _MAX_VALUES, None)):
        raise invalid((Problem("", f"more than {_MAX_VALUES:,} values"),))
    problems = (*_duplicate_names(text), *_unsafe_values(document, ""))
    if problems:
        raise invalid(problems)


def step(name: object) -> str:
    """Return one escaped step of a JSON pointer (RFC 6901)."""
    return "/" + str(name).replace("~", "~0").replace("/", "~1")


def _values(here: object) -> Iterator[object]:
    """Yield all values of a document without recursion, the document first."""
    pending = [here]
    while pending:
        value = pending.pop()
        yield value
        if isinstance(value, dict):
            pending.extend(value.values())
        elif isinstance(value, list):
            pending.extend(value)


def _duplicate_names(text: str | bytes) -> Iterator[Problem]:
    duplicates: list[str] = []

    def members(pairs: list[tuple[str, object]]) -> dict[str, object]:
        seen = dict(pairs)
        if len(seen) < len(pairs):
            times = Counter(name for name, _ in pairs)
            duplicates.extend(name for name in seen if times[name] > 1)
        return seen

    json.loads(text, object_pairs_hook=members)
    for name in duplicates:
        yield Problem("", f"the name {name!r} occurs twice in one object")


def _unsafe_values(here: object, at: str) -> Iterator[Problem]:
    match here:
        case dict():
            for name, value in here.items():
                if "\0" in name:
                    yield Problem(at, "a name must not contain NUL")
                yield from _unsafe_values(value, at + step(name))
        case list():
            for index, value in enumerate(here):
                yield from _unsafe_values(value, at + step(index))
        case str() if "\0" in here:
            yield Problem(at, "a text must not contain NUL")
        case int() if abs(here) > _MAX_INTEGER:
            yield Problem(at, f"an integer must lie within ±{_MAX_INTEGER}")
        case float() if not math.isfinite(here):
            yield Problem(at, "a number must be finite")
