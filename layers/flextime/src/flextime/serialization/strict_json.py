"""JSON that everybody reads alike (I-JSON, RFC 7493), checked before it is used.

Doubled names, numbers beyond a double's and NUL are legal to some parsers and a
surprise to others; here they are refused with their place.
"""

import json
import math
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from pydantic_core import from_json

from flextime.domain.errors import InvalidInput, MalformedDocument, Problem

_MAX_INTEGER = 2**53 - 1
"""Beyond it a double skips whole numbers."""
_MAX_VALUES = 50_000
"""The largest shipped league has 900. Without a limit a megabyte of empty objects
becomes a million faults."""


def ensure_well_formed(
    text: str | bytes, invalid: type[InvalidInput] = InvalidInput
) -> None:
    """Raise `MalformedDocument` for no JSON, `invalid` for JSON with surprises."""
    try:
        document = from_json(text, allow_inf_nan=False)
    except ValueError as error:
        raise MalformedDocument((Problem("", f"not JSON: {error}"),)) from None
    if any(True for _ in islice(_values(document), _MAX_VALUES, None)):
        raise invalid((Problem("", f"more than {_MAX_VALUES:,} values"),))
    problems = (*_doubled_names(text), *_surprises(document, ""))
    if problems:
        raise invalid(problems)


def step(name: object) -> str:
    """One step of a JSON pointer (RFC 6901)."""
    return "/" + str(name).replace("~", "~0").replace("/", "~1")


def _values(here: object) -> Iterator[object]:
    """All values of a document, itself first."""
    waiting = [here]
    while waiting:
        value = waiting.pop()
        yield value
        if isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)


def _doubled_names(text: str | bytes) -> Iterator[Problem]:
    doubled: list[str] = []

    def members(pairs: list[tuple[str, object]]) -> dict[str, object]:
        seen = dict(pairs)
        if len(seen) < len(pairs):
            times = Counter(name for name, _ in pairs)
            doubled.extend(name for name in seen if times[name] > 1)
        return seen

    json.loads(text, object_pairs_hook=members)
    for name in doubled:
        yield Problem("", f"the name {name!r} stands twice in one object")


def _surprises(here: object, at: str) -> Iterator[Problem]:
    match here:
        case dict():
            for name, value in here.items():
                if "\0" in name:
                    yield Problem(at, "a name must not contain NUL")
                yield from _surprises(value, at + step(name))
        case list():
            for place, value in enumerate(here):
                yield from _surprises(value, at + step(place))
        case str() if "\0" in here:
            yield Problem(at, "a text must not contain NUL")
        case int() if abs(here) > _MAX_INTEGER:
            yield Problem(at, f"a whole number lies within ±{_MAX_INTEGER}")
        case float() if not math.isfinite(here):
            yield Problem(at, "a number must be finite")
