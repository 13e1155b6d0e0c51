"""Errors that the API raises itself, before a use case runs."""

from flextime.domain.errors import FlexTimeError


class Unauthenticated(FlexTimeError):
    """The request carries no identity."""


class Forbidden(FlexTimeError):
    """The caller's role does not permit the operation."""


class PreconditionRequired(FlexTimeError):
    """A change was requested without If-Match."""


class UnsupportedMediaType(FlexTimeError):
    """The body's media type or encoding is not accepted by the operation."""


class BodyTooLarge(FlexTimeError):
    """The body exceeds the size limit of a request."""
