"""JSON bodies and merge patches as typed parameters of routes.

A route declares ``team: JsonBody[Team]`` or ``patch: MergePatchBody[Team]``. FastAPI
documents the parameter; the body itself is read as strict JSON (I-JSON, RFC 7493)
with a JSON pointer for every error.
"""

import re
from typing import TYPE_CHECKING, Annotated, Any, Self

from fastapi import Body, params
from starlette.datastructures import Headers

from api.errors import BodyTooLarge, UnsupportedMediaType
from api.lazy_types import LazyType
from flextime.domain.errors import InvalidInput, Problem
from flextime.serialization.json_documents import parse
from flextime.serialization.merge_patch import patched
from flextime.serialization.strict_json import ensure_well_formed
from flextime.serialization.type_adapters import adapter_of

JSON = "application/json"
MERGE_PATCH = "application/merge-patch+json"

MAX_BODY_BYTES = 1_000_000

_CHARSETS = {"", "utf-8"}
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


class RequestBody(bytes):
    """The bytes of a body, checked when they are validated.

    FastAPI reads a body before it authenticates the caller. So that an error of the
    body never precedes 401 or 403, the checks wait for `checked`.
    """

    headers: Headers
    accepted: frozenset[str]
    required: bool

    @classmethod
    def of(cls, content: bytes, headers: Headers, field: params.Body) -> Self:
        """Return the body of a request whose parameter is `field`."""
        body = cls(content)
        body.headers = headers
        body.accepted = frozenset({field.media_type, JSON})
        body.required = field.is_required()
        return body

    def __bool__(self) -> bool:
        """Whether to validate the body: one that is required even if it is empty."""
        return self.required or len(self) > 0

    def checked(self) -> bytes:
        """Return the bytes.

        Raises
        ------
        UnsupportedMediaType
            The media type is not accepted, or the body is compressed.
        BodyTooLarge
            The body exceeds `MAX_BODY_BYTES`.
        """
        media_type, _, options = self.headers.get("content-type", "").partition(";")
        charset = options.strip().lower().removeprefix("charset=").strip('"')
        if media_type.strip().lower() not in self.accepted or charset not in _CHARSETS:
            expected = " or ".join(sorted(self.accepted, reverse=True))
            raise UnsupportedMediaType(f"send {expected}, in UTF-8")
        if self.headers.get("content-encoding", "identity").lower() != "identity":
            raise UnsupportedMediaType("send the body without compression")
        if len(self) > MAX_BODY_BYTES:
            message = f"{len(self):,} bytes; a request has at most {MAX_BODY_BYTES:,}"
            raise BodyTooLarge(message)
        return self


class MergePatch[T]:
    """A JSON merge patch (RFC 7396) of a value of type `T`."""

    def __init__(self, model: type[T], body: bytes) -> None:
        """Raise `MalformedDocument` or `InvalidInput` if `body` is not strict JSON."""
        ensure_well_formed(body)
        self._model = model
        self._body = body

    def apply(self, value: T) -> T:
        """Return the patched value.

        Raises
        ------
        InvalidInput
            The patch is not an object, its result is not valid, or it changes the id.
        """
        after = patched(adapter_of(self._model), value, self._body)
        if getattr(after, "id", None) != getattr(value, "id", None):
            raise InvalidInput((Problem("/id", "an id cannot be changed"),))
        return after


class _LazyBody(LazyType):
    def validate(self, value: object) -> object:
        read: object = parse(
            adapter_of(self.model), _bytes(value), InvalidInput, unknown_fields="forbid"
        )
        ensure_valid_id(read)
        return read


class _LazyMergePatch(LazyType):
    def validate(self, value: object) -> MergePatch[Any]:
        return MergePatch(self.model, _bytes(value))


def ensure_valid_id(value: object) -> None:
    """Raise `InvalidInput` if the value's id cannot be a segment of a path."""
    identifier = getattr(value, "id", None)
    if isinstance(identifier, str) and not _ID.fullmatch(identifier):
        message = (
            f"{identifier!r} is not a valid id: 1 to 100 letters, digits, '.', '_' and"
            " '-', beginning with a letter or a digit"
        )
        raise InvalidInput((Problem("/id", message),))


def _bytes(value: object) -> bytes:
    if not isinstance(value, RequestBody):
        raise TypeError("a route with a JsonBody must be a JsonRoute")
    return value.checked()


if TYPE_CHECKING:
    type JsonBody[T] = T
    type MergePatchBody[T] = MergePatch[T]
else:

    class JsonBody:
        """``JsonBody[Model]``: a JSON body that is validated as a `Model`."""

        def __class_getitem__(cls, model: object) -> object:
            """Return the annotation that FastAPI reads."""
            return Annotated[model, Body(media_type=JSON), _LazyBody(model)]

    class MergePatchBody:
        """``MergePatchBody[Model]``: a `MergePatch` of a `Model`."""

        def __class_getitem__(cls, model: object) -> object:
            """Return the annotation that FastAPI reads."""
            return Annotated[
                model, Body(media_type=MERGE_PATCH), _LazyMergePatch(model)
            ]
