"""Aggregates as the store keeps them: JSON, packed when it is long.

FlexTime writes them for itself, so a fault in one is a fault of ours:
`pydantic.ValidationError`, not `InvalidInput`.
"""

import zlib

from flextime.serialization.type_adapters import adapter_of

_PACK_FROM_BYTES = 2_000
_PACKED = b"z"
_PLAIN = b"{"


def write_record(value: object) -> bytes:
    text = adapter_of(type(value)).dump_json(value, exclude_none=True)
    return pack(text)


def read_record[T](kind: type[T], record: bytes) -> T:
    return adapter_of(kind).validate_json(unpack(record))


def pack(text: bytes) -> bytes:
    """Long text made short: a season of games shrinks to a tenth."""
    if len(text) < _PACK_FROM_BYTES and text.startswith(_PLAIN):
        return text
    return _PACKED + zlib.compress(text)


def unpack(record: bytes) -> bytes:
    if record.startswith(_PACKED):
        return zlib.decompress(record[len(_PACKED) :])
    return record
