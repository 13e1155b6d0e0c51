"""An HTTP API's routes, selected as API Gateway does."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Self

from flextime_local.deploy.deployment import Deployment
from flextime_local.deploy.resources.apis import Api
from flextime_local.http_server.cors import Cors

_ANY = "ANY"
_ANY_METHOD = "x-amazon-apigateway-any-method"
_DEFAULT_PATH = "$default"
_FUNCTION = re.compile(r"functions/(arn:aws:lambda:[^/]+)/invocations$")


@dataclass(frozen=True, slots=True)
class JwtSettings:
    """Settings of a JWT authorizer."""

    issuer: str
    audience: tuple[str, ...]
    header: str
    """The header that carries the token, in lower case."""


@dataclass(frozen=True, slots=True)
class Route:
    """A route with its function and authorizer."""

    method: str
    path: str
    function_arn: str
    authorizer: JwtSettings | None

    @property
    def key(self) -> str:
        """Method and path, as API Gateway names the route."""
        return self.path if self.path == _DEFAULT_PATH else f"{self.method} {self.path}"

    def parameters(self, path: str) -> dict[str, str] | None:
        """Return the path's parameters, or nothing when the path is another one."""
        if self.path == _DEFAULT_PATH:
            return {}
        match = re.fullmatch(_pattern(self.path), path.rstrip("/") or "/")
        return match.groupdict() if match else None

    @property
    def rank(self) -> tuple[int, int, int]:
        """What API Gateway prefers comes first: exact, parameter, greedy, default."""
        return (
            self.path == _DEFAULT_PATH,
            self.path.count("+}") * 1000 + self.path.count("{"),
            self.method == _ANY,
        )


def _pattern(path: str) -> str:
    def group(match: re.Match[str]) -> str:
        name, greedy = match[1], match[2]
        return f"(?P<{name}>{'(?s:.+)' if greedy else '[^/]+'})"

    escaped = re.sub(r"[.$]", lambda match: "\\" + match[0], path)
    return re.sub(r"\{(\w+)(\+?)\}", group, escaped).rstrip("/") or "/"


@dataclass(frozen=True, slots=True)
class HttpApi:
    """An HTTP API of the template."""

    id: str
    routes: tuple[Route, ...]
    cors: Cors | None = field(default=None)

    @classmethod
    def of(cls, deployment: Deployment) -> Self | None:
        """Return the HTTP API of a deployment; None if the template has none."""
        for api in deployment.all_of(Api):
            body = api.properties.get("Body")
            if body:
                routes = sorted(_routes(body), key=lambda route: route.rank)
                cors = Cors.of(body.get("x-amazon-apigateway-cors"))
                return cls(api.physical_resource_id, tuple(routes), cors)
        return None

    def find(self, method: str, path: str) -> tuple[Route, dict[str, str]] | None:
        for route in self.routes:
            if route.method in {method, _ANY}:
                parameters = route.parameters(path)
                if parameters is not None:
                    return route, parameters
        return None


def _routes(body: dict[str, Any]) -> Iterator[Route]:
    schemes = body.get("components", {}).get("securitySchemes", {})
    for path, methods in body["paths"].items():
        for method, operation in methods.items():
            integration = operation.get("x-amazon-apigateway-integration")
            if integration is None:
                continue
            function = _FUNCTION.search(integration["uri"])
            if function:
                yield Route(
                    method=_ANY if method == _ANY_METHOD else method.upper(),
                    path=path,
                    function_arn=function[1],
                    authorizer=_authorizer(operation.get("security", []), schemes),
                )


def _authorizer(
    security: list[dict[str, Any]], schemes: dict[str, Any]
) -> JwtSettings | None:
    for requirement in security:
        for name in requirement:
            scheme = schemes.get(name, {}).get("x-amazon-apigateway-authorizer")
            if scheme:
                return _jwt_settings(scheme)
    return None


def _jwt_settings(scheme: dict[str, Any]) -> JwtSettings:
    configuration = scheme["jwtConfiguration"]
    audience = configuration["audience"]
    source: str = scheme["identitySource"]
    return JwtSettings(
        issuer=configuration["issuer"],
        audience=(audience,) if isinstance(audience, str) else tuple(audience),
        header=source.rpartition(".")[2].lower(),
    )
