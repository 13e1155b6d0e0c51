"""HTTP requests as API Gateway hands them to a handler, payload 2.0."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Handler = Callable[[dict[str, Any], Any], dict[str, Any]]


@dataclass(frozen=True)
class Context:
    """What a Lambda is told of itself."""

    function_name: str = "api"
    memory_limit_in_mb: int = 1024
    invoked_function_arn: str = "arn:aws:lambda:us-east-1:123456789012:function:api"
    aws_request_id: str = "benchmark"


@dataclass(frozen=True)
class Request:
    """One request of a signed-in scheduler."""

    method: str
    path: str
    body: Mapping[str, object] | None = None
    headers: tuple[tuple[str, str], ...] = ()

    @property
    def event(self) -> dict[str, Any]:
        return {
            "version": "2.0",
            "routeKey": "$default",
            "rawPath": self.path,
            "rawQueryString": "",
            "headers": {
                "host": "127.0.0.1",
                "content-type": "application/json",
                **dict(self.headers),
            },
            "requestContext": {
                "accountId": "123456789012",
                "apiId": "benchmark",
                "domainName": "127.0.0.1",
                "http": {
                    "method": self.method,
                    "path": self.path,
                    "protocol": "HTTP/1.1",
                    "sourceIp": "127.0.0.1",
                    "userAgent": "benchmark",
                },
                "requestId": "benchmark",
                "routeKey": "$default",
                "stage": "$default",
                "timeEpoch": 1_730_000_000_000,
                "authorizer": {
                    "jwt": {
                        "claims": {
                            "sub": "benchmark",
                            "custom:conference": "big12",
                            "cognito:groups": "[admin]",
                        },
                        "scopes": None,
                    }
                },
            },
            "body": None if self.body is None else json.dumps(self.body),
            "isBase64Encoded": False,
        }


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: str

    def json(self) -> Any:  # noqa: ANN401 - whatever the endpoint answers
        return json.loads(self.body)


def ask(handler: Handler, request: Request) -> Answer:
    """The handler's answer; raises for one that is no success."""
    answer = handler(request.event, Context())
    if answer["statusCode"] >= 300:
        raise RuntimeError(f"{request.method} {request.path}: {answer['body']}")
    return Answer(answer["statusCode"], answer["headers"], answer["body"])
