"""Successful responses with their bodies and headers.

Routes return these instead of plain values: the body is written by the same type
adapters that read it, and a response exists before its transaction is committed, so
that an idempotent request can store it (`api.idempotency`).
"""

from http import HTTPStatus

from fastapi import Response

from api.preconditions import etag
from flextime.serialization.type_adapters import adapter_of


def ok(value: object, version: int | None = None) -> Response:
    """200 with a value and, for a versioned resource, its ETag."""
    headers = {} if version is None else {"ETag": etag(version)}
    return _json(value, HTTPStatus.OK, headers)


def created(value: object, version: int, location: str) -> Response:
    """201 with a new resource, its ETag and the path at which it can be read."""
    headers = {"ETag": etag(version), "Location": location}
    return _json(value, HTTPStatus.CREATED, headers)


def accepted(value: object, location: str) -> Response:
    """202 for work in progress; `location` is the path that reports its state."""
    return _json(value, HTTPStatus.ACCEPTED, {"Location": location})


def no_content(version: int | None = None) -> Response:
    """204, with the parent's new ETag when a part of a resource was deleted."""
    headers = {} if version is None else {"ETag": etag(version)}
    return Response(None, HTTPStatus.NO_CONTENT, headers)


def _json(value: object, status: HTTPStatus, headers: dict[str, str]) -> Response:
    body = adapter_of(type(value)).dump_json(value)
    return Response(body, status, headers, media_type="application/json")
