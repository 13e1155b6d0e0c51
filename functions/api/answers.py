"""Answers with their bodies and headers."""

from http import HTTPStatus

from fastapi import Response

from api.conditions import etag
from flextime.serialization.type_adapters import adapter_of


def body_of(value: object) -> bytes:
    return adapter_of(type(value)).dump_json(value)


def shown(value: object, version: int | None = None) -> Response:
    """What was asked for, with the ETag of its version."""
    return Response(
        body_of(value),
        HTTPStatus.OK,
        {} if version is None else {"ETag": etag(version)},
        media_type="application/json",
    )


def created(value: object, version: int, location: str) -> Response:
    return Response(
        body_of(value),
        HTTPStatus.CREATED,
        {"ETag": etag(version), "Location": location},
        media_type="application/json",
    )


def accepted(value: object, location: str) -> Response:
    """Work that goes on after the answer; `location` tells how it stands."""
    return Response(
        body_of(value),
        HTTPStatus.ACCEPTED,
        {"Location": location},
        media_type="application/json",
    )


def gone(version: int | None = None) -> Response:
    """Nothing to say but, for a part of something, the whole's new version."""
    headers = {} if version is None else {"ETag": etag(version)}
    return Response(None, HTTPStatus.NO_CONTENT, headers)
