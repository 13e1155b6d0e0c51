"""What the API refuses by itself, before any use case is asked."""

from flextime.domain.errors import FlexTimeError


class Unauthenticated(FlexTimeError):
    """Nobody says who is asking."""


class Forbidden(FlexTimeError):
    """Who is asking may not do this."""


class PreconditionRequired(FlexTimeError):
    """A change must say which version it has read (If-Match)."""


class UnsupportedMediaType(FlexTimeError):
    """A body of another kind than the operation reads."""


class BodyTooLarge(FlexTimeError):
    """More than the API reads in one request."""
