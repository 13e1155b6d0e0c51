"""Attribute values: checked, brought into a normal form, measured.

A value is a dictionary of one entry as on the wire, e.g. ``{"S": "text"}``. In the
normal form numbers have no needless zeros and sets are sorted, so that two values
are equal if and only if their dictionaries are.
"""

import base64
import binascii
from typing import Any, Final

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
    match kind:
        case "S":
            if not isinstance(content, str):
                raise ValidationError("a string is wanted in an attribute of type S")
            return value
        case "N":
            return {"N": normalized(content)}
        case "B":
            return {"B": base64.b64encode(decoded(content)).decode()}
        case "BOOL":
            return {"BOOL": bool(content)}
        case "NULL":
            if not content:
                raise ValidationError(
                    "One or more parameter values were invalid: Null attribute value "
                    "types must have the value of true"
                )
            return value
        case "M":
            return {"M": normal_item(content)}
        case "L":
            return {"L": [normal(one) for one in content]}
        case "SS" | "NS" | "BS":
            return {kind: _normal_set(kind, content)}
    raise ValidationError(f"Supplied AttributeValue has the unknown type {kind}")


def _normal_set(kind: str, content: list[str]) -> list[str]:
    if not content:
        raise ValidationError(
            "One or more parameter values were invalid: An "
            f"{_SET_NAMES[kind]} set  may not be empty"
        )
    members = [normal({kind[0]: one})[kind[0]] for one in content]
    if len(set(members)) < len(members):
        raise ValidationError(
            "One or more parameter values were invalid: Input collection "
            f"{content} contains duplicates."
        )
    return sorted(members, key=lambda member: sort_key({kind[0]: member}))


_SET_NAMES = {"SS": "string", "NS": "number", "BS": "binary"}


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
    return sum(len(name.encode()) + size(value) for name, value in item.items())


def size(value: Value) -> int:
    """Return the size of a value in bytes."""
    ((kind, content),) = value.items()
    match kind:
        case "S":
            return len(content.encode("utf-8", "surrogatepass"))
        case "N":
            return len(content) // 2 + 2
        case "B":
            return len(content) * 3 // 4
        case "M":
            return 3 + item_size(content) + len(content)
        case "L":
            return 3 + sum(size(one) + 1 for one in content)
        case "SS" | "NS" | "BS":
            return sum(size({kind[0]: one}) for one in content)
        case _:
            return 1
