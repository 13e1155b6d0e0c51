"""The API behind API Gateway: events of payload format 2.0 in, responses out."""

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, cast
from urllib.parse import urlencode

from mangum import Mangum
from mangum.types import LambdaContext

from api.app import make_app
from flextime.bootstrap import Application

ADMIN = "[admin]"
SCHEDULER = "[scheduler]"
VIEWER = "[viewer]"


@dataclass(frozen=True)
class Response:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:  # noqa: ANN401 - it is JSON
        return json.loads(self.body)

    @property
    def etag(self) -> str:
        return self.headers["etag"]

    @property
    def code(self) -> str:
        """Code of a problem document; fails if the response is not one."""
        assert self.headers["content-type"] == "application/problem+json"
        code: str = self.json["code"]
        return code


class Context:
    """The context that Lambda passes with the event."""

    function_name = "api"
    memory_limit_in_mb = 1024
    invoked_function_arn = "arn:aws:lambda:us-east-1:123456789012:function:api"
    aws_request_id = "request-1"


class CurrentApplication:
    """Holds the application that the API of these tests uses at present."""

    application: Application


_CURRENT = CurrentApplication()
_HANDLER = Mangum(make_app(lambda: _CURRENT.application), lifespan="off")


@dataclass
class Gateway:
    """Sends the requests of one user, whose `claims` the authorizer has verified."""

    application: Application
    groups: object = ADMIN
    tenant: str = "big12"
    claims: dict[str, Any] | None = None

    def of(self, tenant: str = "big12", groups: object = ADMIN) -> "Gateway":
        """Return the same API for another user."""
        return replace(self, groups=groups, tenant=tenant)

    def get(self, path: str, **query: object) -> Response:
        return self.send("GET", path, query=urlencode(query))

    def post(self, path: str, value: object = None, **headers: str) -> Response:
        return self.send("POST", path, value, headers=headers)

    def patch(self, path: str, value: object, etag: str | None = "*") -> Response:
        return self.send("PATCH", path, value, headers=_if_match(etag))

    def delete(self, path: str, etag: str | None = "*") -> Response:
        return self.send("DELETE", path, headers=_if_match(etag))

    def send(
        self,
        method: str,
        path: str,
        value: object = None,
        *,
        query: str = "",
        headers: Mapping[str, str] | None = None,
        body: bytes | None = None,
    ) -> Response:
        sent = {"host": "api.example"}
        if value is not None:
            body = json.dumps(value).encode()
        if body is not None:
            sent["content-type"] = "application/json"
        for name, text in (headers or {}).items():
            sent[name.replace("_", "-").lower()] = text
        event = {
            "version": "2.0",
            "routeKey": "$default",
            "rawPath": path,
            "rawQueryString": query,
            "headers": sent,
            "requestContext": self._request_context(method, path),
            "body": None if body is None else b64encode(body).decode(),
            "isBase64Encoded": True,
        }
        _CURRENT.application = self.application
        response = _HANDLER(event, cast("LambdaContext", Context()))
        raw = response["body"]
        return Response(
            response["statusCode"],
            response["headers"],
            b64decode(raw) if response.get("isBase64Encoded") else raw.encode(),
        )

    def _request_context(self, method: str, path: str) -> dict[str, Any]:
        claims = self.claims
        if claims is None:
            claims = {
                "sub": "ann",
                "email": "ann@example.edu",
                "custom:conference": self.tenant,
                "cognito:groups": self.groups,
            }
        context: dict[str, Any] = {
            "apiId": "api",
            "stage": "$default",
            "requestId": "request-1",
            "http": {
                "method": method,
                "path": path,
                "protocol": "HTTP/1.1",
                "sourceIp": "127.0.0.1",
                "userAgent": "tests",
            },
        }
        if claims:
            context["authorizer"] = {"jwt": {"claims": claims, "scopes": None}}
        return context


def _if_match(etag: str | None) -> dict[str, str]:
    return {} if etag is None else {"if-match": etag}
