"""Payload format 2.0: requests as events, and a function's result as a response."""

import base64
import json
import time
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import parse_qsl
from uuid import uuid4

from flextime_local.any_types import Json
from flextime_local.names import ACCOUNT_ID

_TEXT_TYPES = ("text/", "application/json", "application/xml", "application/javascript")
_TEXT_ENDINGS = ("+json", "+xml", "x-www-form-urlencoded")


@dataclass(frozen=True, slots=True)
class HttpRequest:
    """One HTTP request; header names are in lower case."""

    method: str
    path: str
    query: str
    headers: list[tuple[str, str]]
    body: bytes
    source_ip: str

    def header(self, name: str) -> str | None:
        """Return a header, or None."""
        return dict(self.headers).get(name)

    def joined_headers(self) -> dict[str, str]:
        """Return the headers with repeated ones joined by commas."""
        joined: dict[str, str] = {}
        for name, value in self.headers:
            joined[name] = f"{joined[name]},{value}" if name in joined else value
        return joined


@dataclass(frozen=True, slots=True)
class HttpResponse:
    """One HTTP response."""

    status: int
    body: bytes = b""
    headers: list[tuple[str, str]] = field(default_factory=list)

    @classmethod
    def message(cls, status: int, message: str) -> Self:
        """Return a response as API Gateway's own errors look."""
        body = json.dumps({"message": message}, separators=(",", ":")).encode()
        return cls(status, body, [("content-type", "application/json")])


def event_of(
    request: HttpRequest,
    api_id: str,
    route_key: str,
    parameters: dict[str, str],
    claims: dict[str, str] | None,
) -> dict[str, Any]:
    """Return the event for a request."""
    headers = request.joined_headers()
    cookies = headers.pop("cookie", None)
    headers.setdefault("x-forwarded-for", request.source_ip)
    headers.setdefault("x-forwarded-proto", "http")
    event: dict[str, Any] = {
        "version": "2.0",
        "routeKey": route_key,
        "rawPath": request.path,
        "rawQueryString": request.query,
        "headers": headers,
        "requestContext": _context(request, api_id, route_key, claims),
        "isBase64Encoded": False,
    }
    if cookies:
        event["cookies"] = [cookie.strip() for cookie in cookies.split(";")]
    if request.query:
        event["queryStringParameters"] = _joined_query(request.query)
    if parameters:
        event["pathParameters"] = parameters
    if request.body:
        event |= _body(request.body, headers.get("content-type", ""))
    return event


def _context(
    request: HttpRequest, api_id: str, route_key: str, claims: dict[str, str] | None
) -> dict[str, Any]:
    headers = dict(request.headers)
    now_s = time.time()
    context: dict[str, Any] = {
        "accountId": ACCOUNT_ID,
        "apiId": api_id,
        "domainName": headers.get("host", "localhost"),
        "domainPrefix": api_id,
        "http": {
            "method": request.method,
            "path": request.path,
            "protocol": "HTTP/1.1",
            "sourceIp": request.source_ip,
            "userAgent": headers.get("user-agent", ""),
        },
        "requestId": str(uuid4()),
        "routeKey": route_key,
        "stage": "$default",
        "time": time.strftime("%d/%b/%Y:%H:%M:%S +0000", time.gmtime(now_s)),
        "timeEpoch": int(now_s * 1000),
    }
    if claims is not None:
        context["authorizer"] = {"jwt": {"claims": claims, "scopes": None}}
    return context


def _joined_query(query: str) -> dict[str, str]:
    joined: dict[str, str] = {}
    for name, value in parse_qsl(query, keep_blank_values=True):
        joined[name] = f"{joined[name]},{value}" if name in joined else value
    return joined


def _body(body: bytes, content_type: str) -> dict[str, Any]:
    media = content_type.partition(";")[0].strip().lower()
    if not media or media.startswith(_TEXT_TYPES) or media.endswith(_TEXT_ENDINGS):
        try:
            return {"body": body.decode("utf-8"), "isBase64Encoded": False}
        except UnicodeDecodeError:
            pass  # said to be text and is not: handed on as the bytes it is
    return {"body": base64.b64encode(body).decode(), "isBase64Encoded": True}


class MalformedResponseError(ValueError):
    """A function's result is not an HTTP response."""


def response_of(payload: str) -> HttpResponse:
    """Return a function's result as a response.

    Raises
    ------
    MalformedResponseError
        If the result is not JSON, or has no valid status, headers or body.
    """
    try:
        return _response_of(json.loads(payload))
    except (TypeError, ValueError, AttributeError) as error:
        raise MalformedResponseError(f"{payload[:200]} ({error})") from error


def _response_of(result: Json) -> HttpResponse:
    if not isinstance(result, dict) or "statusCode" not in result:
        body = result if isinstance(result, str) else json.dumps(result)
        return HttpResponse(200, body.encode(), [("content-type", "application/json")])
    headers = [
        (name.lower(), _one_line(str(value)))
        for name, value in (result.get("headers") or {}).items()
    ]
    headers += [("set-cookie", cookie) for cookie in result.get("cookies") or []]
    body = result.get("body") or ""
    content = (
        base64.b64decode(body, validate=True)
        if result.get("isBase64Encoded")
        else body.encode()
    )
    return HttpResponse(int(result["statusCode"]), content, headers)


def _one_line(value: str) -> str:
    value.encode("latin-1")  # what HTTP cannot carry is the function's mistake
    if "\n" in value or "\r" in value:
        raise ValueError("a header with a line break")
    return value
