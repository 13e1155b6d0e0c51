"""JSON merge patch (RFC 7396): replace given fields, remove those set to null."""

import json

from pydantic import TypeAdapter
from pydantic_core import from_json

from flextime.domain.errors import InvalidInput, Problem
from flextime.serialization.json_documents import parse
from flextime.serialization.strict_json import ensure_well_formed


def patched[T](
    adapter: TypeAdapter[T], value: T, patch: str | bytes, *, strict: bool = False
) -> T:
    """Return `value` after applying a merge patch to its JSON form.

    `strict` is that of `parse`.

    Raises
    ------
    MalformedDocument
        If the patch is not JSON.
    InvalidInput
        If the patch is not an object, or the patched value is invalid.
    """
    ensure_well_formed(patch)
    changes = from_json(patch)
    if not isinstance(changes, dict):
        raise InvalidInput((Problem("", "a merge patch must be a JSON object"),))
    merged = merge(adapter.dump_python(value, mode="json"), changes)
    return parse(
        adapter,
        json.dumps(merged),
        InvalidInput,
        unknown_fields="forbid",
        strict=strict,
    )


def merge(target: object, patch: object) -> object:
    """Merge JSON values by the algorithm of RFC 7396, section 2."""
    if not isinstance(patch, dict):
        return patch
    merged = dict(target) if isinstance(target, dict) else {}
    for name, value in patch.items():
        if value is None:
            merged.pop(name, None)
        else:
            merged[name] = merge(merged.get(name), value)
    return merged
