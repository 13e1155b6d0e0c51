"""Attribute values: checked, brought into a normal form, measured.

A value is a dictionary of one entry as on the wire, e.g. ``{"S": "text"}``. In the
normal form numbers have no needless zeros and sets are sorted, so that two values
are equal if and only if their dictionaries are.
"""

import base64
import binascii
from collections.abc import Callable
from typing import Any, Final

from flextime_local.any_types import Untyped
from flextime_local.dynamodb.errors import ValidationError
from flextime_local.dynamodb.numbers import normalized, sort_bytes

type Value = dict[str, Any]
type Item = dict[str, Value]

MAX_ITEM_BYTES: Final = 400 * 1024
SETS: Final = frozenset(("SS", "NS", "BS"))


def normal_item(item: Item) -> Item:
    """Return an item in the normal form; raises `ValidationError`."""
    return {name: normal(value) for name, value in item.items()}


def normal(value: Value) -> Value:
    """Return a value in the normal form; raises `ValidationError`."""
    if not isinstance(value, dict) or len(value) != 1:
        raise ValidationError(
            "Supplied AttributeValue is empty or has several types, must contain "
            "exactly one of the supported datatypes"
        )
    ((kind, content),) = value.items()
    if kind not in _NORMAL:
        raise ValidationError(f"Supplied AttributeValue has the unknown type {kind}")
    return {kind: _NORMAL[kind](content)}


def _text(content: Untyped) -> str:
    if not isinstance(content, str):
        raise ValidationError("A string is wanted in an attribute of type S")
    return content


def _true(content: Untyped) -> bool:
    if content is not True:
        raise ValidationError(
            "One or more parameter values were invalid: Null attribute value types "
            "must have the value of true"
        )
    return True


def _set_of(kind: str, name: str) -> Callable[[list[str]], list[str]]:
    def normal_set(content: list[str]) -> list[str]:
        invalid = "One or more parameter values were invalid:"
        if not content:
            raise ValidationError(f"{invalid} An {name} set  may not be empty")
        members = [normal({kind: one})[kind] for one in content]
        if len(set(members)) < len(members):
            raise ValidationError(
                f"{invalid} Input collection {content} contains duplicates."
            )
        return sorted(members, key=lambda member: sort_key({kind: member}))

    return normal_set


_NORMAL: Final[dict[str, Callable[[Any], Any]]] = {
    "S": _text,
    "N": normalized,
    "B": lambda content: base64.b64encode(decoded(content)).decode(),
    "BOOL": bool,
    "NULL": _true,
    "M": normal_item,
    "L": lambda content: [normal(one) for one in content],
    "SS": _set_of("S", "string"),
    "NS": _set_of("N", "number"),
    "BS": _set_of("B", "binary"),
}


def decoded(content: str) -> bytes:
    """Return the bytes of a binary value; raises `ValidationError`."""
    try:
        return base64.b64decode(content, validate=True)
    except (binascii.Error, TypeError, ValueError) as error:
        raise ValidationError("a binary attribute is not valid Base64") from error


def sort_key(value: Value) -> bytes:
    """Return bytes that compare as DynamoDB compares values of one type.

    Strings compare by their UTF-8 bytes, binary values by their bytes and numbers by
    their value.
    """
    ((kind, content),) = value.items()
    match kind:
        case "S":
            return str(content).encode("utf-8", "surrogatepass")
        case "N":
            return sort_bytes(content)
        case _:
            return decoded(content)


def item_size(item: Item) -> int:
    """Return the size of an item in bytes: UTF-8 names and values, as AWS counts."""
    return sum(_text_size(name) + size(value) for name, value in item.items())


def size(value: Value) -> int:
    """Return the size of a value in bytes."""
    ((kind, content),) = value.items()
    return _SIZES[kind](content)


def _text_size(content: str) -> int:
    return len(content.encode("utf-8", "surrogatepass"))


def _number_size(content: str) -> int:
    return len(content) // 2 + 2


def _binary_size(content: str) -> int:
    return len(content) * 3 // 4


_SIZES: Final[dict[str, Callable[[Any], int]]] = {
    "S": _text_size,
    "N": _number_size,
    "B": _binary_size,
    "BOOL": lambda _: 1,
    "NULL": lambda _: 1,
    "M": lambda content: 3 + item_size(content) + len(content),
    "L": lambda content: 3 + sum(size(one) + 1 for one in content),
    "SS": lambda content: sum(map(_text_size, content)),
    "NS": lambda content: sum(map(_number_size, content)),
    "BS": lambda content: sum(map(_binary_size, content)),
}
