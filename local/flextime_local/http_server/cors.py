"""CORS as API Gateway implements it: it answers preflight requests itself."""

from dataclasses import dataclass
from typing import Any, Self

type Headers = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Cors:
    """The CORS configuration of an API."""

    origins: tuple[str, ...]
    methods: tuple[str, ...]
    headers: tuple[str, ...]
    exposed: tuple[str, ...]
    max_age_s: int | None
    with_credentials: bool

    @classmethod
    def of(cls, configuration: dict[str, Any] | None) -> Self | None:
        """Return the configuration of an API; None if it has none."""
        if not configuration:
            return None
        return cls(
            origins=_words(configuration.get("allowOrigins")),
            methods=_words(configuration.get("allowMethods")),
            headers=_words(configuration.get("allowHeaders")),
            exposed=_words(configuration.get("exposeHeaders")),
            max_age_s=configuration.get("maxAge"),
            with_credentials=bool(configuration.get("allowCredentials")),
        )

    def preflight(self, origin: str) -> Headers:
        """Return the headers of the response to a preflight request."""
        if not self._allows(origin):
            return []
        response = self.response(origin)
        response.append(("access-control-allow-methods", ",".join(self.methods)))
        response.append(("access-control-allow-headers", ",".join(self.headers)))
        if self.max_age_s is not None:
            response.append(("access-control-max-age", str(self.max_age_s)))
        return response

    def response(self, origin: str | None) -> Headers:
        """Return the headers that are added to any other response."""
        if origin is None or not self._allows(origin):
            return []
        any_origin = "*" in self.origins and not self.with_credentials
        response = [("access-control-allow-origin", "*" if any_origin else origin)]
        if not any_origin:
            response.append(("vary", "origin"))
        if self.exposed:
            response.append(("access-control-expose-headers", ",".join(self.exposed)))
        if self.with_credentials:
            response.append(("access-control-allow-credentials", "true"))
        return response

    def _allows(self, origin: str) -> bool:
        return "*" in self.origins or origin in self.origins


def _words(value: str | list[str] | None) -> tuple[str, ...]:
    words = value.split(",") if isinstance(value, str) else value or []
    return tuple(word.strip() for word in words)
