"""Pydantic's reader and writer of each type, made when it is first needed.

To make one takes tens of milliseconds; a cold start pays only for those it uses.
"""

from typing import cast

from pydantic import TypeAdapter

_MADE: dict[object, TypeAdapter[object]] = {}


def adapter_of[T](kind: type[T]) -> TypeAdapter[T]:
    key = cast("object", kind)
    if key not in _MADE:
        _MADE[key] = TypeAdapter(kind)
    return cast("TypeAdapter[T]", _MADE[key])
