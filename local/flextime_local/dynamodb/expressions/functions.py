"""Functions of two values that are true or false."""

from collections.abc import Callable
from typing import Final

from flextime_local.dynamodb.values import SETS, Value, decoded, sort_key


def _begins_with(value: Value, start: Value) -> bool:
    if value.keys() != start.keys() or not value.keys() <= {"S", "B"}:
        return False
    return sort_key(value).startswith(sort_key(start))


def _contains(value: Value, part: Value) -> bool:
    ((kind, content),) = value.items()
    ((part_kind, wanted),) = part.items()
    if kind == "L":
        return part in content
    if kind in SETS:
        return bool(part_kind == kind[0] and wanted in content)
    if kind != part_kind or kind not in {"S", "B"}:
        return False
    return bool(
        wanted in content if kind == "S" else decoded(wanted) in decoded(content)
    )


def _has_type(value: Value, kind: Value) -> bool:
    return kind.get("S") in value


FUNCTIONS: Final[dict[str, Callable[[Value, Value], bool]]] = {
    "begins_with": _begins_with,
    "contains": _contains,
    "attribute_type": _has_type,
}
