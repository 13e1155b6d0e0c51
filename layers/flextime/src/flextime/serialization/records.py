"""Stored form of aggregates: JSON, compressed when it is long.

FlexTime writes these records for itself. A record that cannot be read is a defect and
raises `pydantic.ValidationError` instead of `InvalidInput`.
"""

import zlib

from flextime.serialization.type_adapters import adapter_of

_COMPRESS_FROM_BYTES = 2_000
_COMPRESSED = b"z"
_PLAIN = b"{"


def write_record(value: object) -> bytes:
    """Return the stored form of a value."""
    return pack(record_text(value))


def record_text(value: object) -> bytes:
    """Return the JSON text of a record before compression."""
    return adapter_of(type(value)).dump_json(value, exclude_none=True)


def read_record[T](kind: type[T], record: bytes) -> T:
    """Return the value of type `kind` from its stored form."""
    return adapter_of(kind).validate_json(unpack(record))


def pack(text: bytes) -> bytes:
    """Compress a text of 2,000 bytes or more with zlib.

    The JSON of a season of games shrinks to about a tenth.
    """
    if len(text) < _COMPRESS_FROM_BYTES and text.startswith(_PLAIN):
        return text
    return _COMPRESSED + zlib.compress(text)


def unpack(record: bytes) -> bytes:
    """Return the text of a record, compressed or not."""
    if record.startswith(_COMPRESSED):
        return zlib.decompress(record[len(_COMPRESSED) :])
    return record
