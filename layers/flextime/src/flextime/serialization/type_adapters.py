"""Cache of pydantic type adapters, created at first use.

Creating one takes tens of milliseconds, so that a cold start should create only those
that the request needs.
"""

from typing import cast

from pydantic import TypeAdapter

_ADAPTERS: dict[object, TypeAdapter[object]] = {}


def adapter_of[T](kind: type[T]) -> TypeAdapter[T]:
    """Return the type adapter that reads and writes values of type `kind`."""
    key = cast("object", kind)
    if key not in _ADAPTERS:
        _ADAPTERS[key] = TypeAdapter(kind)
    return cast("TypeAdapter[T]", _ADAPTERS[key])
