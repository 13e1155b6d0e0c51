"""The API as API Gateway calls it: payload format 2.0 in, Mangum, an answer out."""

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
class Answer:
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
        """Of a problem; also checks that it is one."""
        assert self.headers["content-type"] == "application/problem+json"
        code: str = self.json["code"]
        return code


class Context:
    """What Lambda hands over beside the event."""

    function_name = "api"
    memory_limit_in_mb = 1024
    invoked_function_arn = "arn:aws:lambda:us-east-1:123456789012:function:api"
    aws_request_id = "request-1"


class Behind:
    """The application that the one API of these tests works with just now."""

    application: Application


_BEHIND = Behind()
_HANDLER = Mangum(make_app(lambda: _BEHIND.application), lifespan="off")


@dataclass
class Gateway:
    """Sends requests of one user; `claims` are what the authorizer has verified."""

    application: Application
    groups: object = ADMIN
    tenant: str = "big12"
    claims: dict[str, Any] | None = None

    def of(self, tenant: str = "big12", groups: object = ADMIN) -> "Gateway":
        """The same API for another user."""
        return replace(self, groups=groups, tenant=tenant)

    def get(self, path: str, **query: object) -> Answer:
        return self.send("GET", path, query=urlencode(query))

    def post(self, path: str, value: object = None, **headers: str) -> Answer:
        return self.send("POST", path, value, headers=headers)

    def patch(self, path: str, value: object, etag: str | None = "*") -> Answer:
        return self.send("PATCH", path, value, headers=_if_match(etag))

    def delete(self, path: str, etag: str | None = "*") -> Answer:
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
    ) -> Answer:
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
        _BEHIND.application = self.application
        answer = _HANDLER(event, cast("LambdaContext", Context()))
        raw = answer["body"]
        return Answer(
            answer["statusCode"],
            answer["headers"],
            b64decode(raw) if answer.get("isBase64Encoded") else raw.encode(),
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
