"""JSON merge patch (RFC 7396): what is named changes, null takes away."""

import json

from pydantic import TypeAdapter
from pydantic_core import from_json

from flextime.domain.errors import InvalidInput, Problem
from flextime.serialization.json_documents import parse
from flextime.serialization.strict_json import ensure_well_formed


def patched[T](adapter: TypeAdapter[T], value: T, patch: str | bytes) -> T:
    """The value after a patch.

    Raises
    ------
    MalformedDocument
        The patch is no JSON.
    InvalidInput
        It is no object, or what it leaves is no value of this kind.
    """
    ensure_well_formed(patch)
    changes = from_json(patch)
    if not isinstance(changes, dict):
        raise InvalidInput((Problem("", "a merge patch is a JSON object"),))
    merged = merge(adapter.dump_python(value, mode="json"), changes)
    return parse(adapter, json.dumps(merged), InvalidInput, unknown_fields="forbid")


def merge(target: object, patch: object) -> object:
    """The algorithm of RFC 7396, section 2."""
    if not isinstance(patch, dict):
        return patch
    merged = dict(target) if isinstance(target, dict) else {}
    for name, value in patch.items():
        if value is None:
            merged.pop(name, None)
        else:
            merged[name] = merge(merged.get(name), value)
    return merged
