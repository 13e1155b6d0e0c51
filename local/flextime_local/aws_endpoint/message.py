"""Requests and responses of the endpoint, as its own services use them."""

import json
from dataclasses import dataclass, field
from typing import Any, Self
from uuid import uuid4
from xml.sax.saxutils import escape

from flextime_local.any_types import Json

type WsgiEnvironment = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Request:
    """One HTTP request to the endpoint."""

    method: str
    path: str
    target: str
    """Path and query as they were sent, still percent-encoded: signatures cover it."""
    query: str
    headers: dict[str, str]
    """Names in lower case."""
    body: bytes

    @classmethod
    def of(cls, environment: WsgiEnvironment, body: bytes) -> Self:
        """Return the request that a WSGI environment describes."""
        headers = {
            name.removeprefix("HTTP_").replace("_", "-").lower(): value
            for name, value in environment.items()
            if name.startswith("HTTP_") or name in {"CONTENT_TYPE", "CONTENT_LENGTH"}
        }
        return cls(
            method=environment["REQUEST_METHOD"],
            path=environment.get("PATH_INFO", "/").encode("latin-1").decode("utf-8"),
            target=environment.get("RAW_URI") or environment.get("PATH_INFO", "/"),
            query=environment.get("QUERY_STRING", ""),
            headers=headers,
            body=body,
        )

    @property
    def service(self) -> str | None:
        """The service in the scope of the request's signature."""
        _, found, scope = self.headers.get("authorization", "").partition("Credential=")
        parts = scope.split(",")[0].split("/")
        return parts[3].lower() if found and len(parts) == 5 else None

    @property
    def operation(self) -> str:
        """The operation in the header of AWS's JSON protocols, or an empty text."""
        return self.headers.get("x-amz-target", "").rpartition(".")[2]

    def json(self) -> Json:
        """Return the body as JSON."""
        return json.loads(self.body or b"{}")


@dataclass(frozen=True, slots=True)
class Response:
    """One HTTP response of the endpoint."""

    status: int
    body: bytes
    headers: dict[str, str] = field(default_factory=dict)

    @classmethod
    def json(
        cls, content: Json, status: int = 200, headers: dict[str, str] | None = None
    ) -> Self:
        """Return a JSON response of the AWS JSON protocols."""
        own = {
            "Content-Type": "application/x-amz-json-1.1",
            "x-amzn-RequestId": str(uuid4()),
        }
        return cls(status, json.dumps(content).encode(), own | (headers or {}))

    @classmethod
    def xml_error(cls, code: str, message: str, status: int) -> Self:
        """Return an error of the XML protocols: S3's and the query services'."""
        error = f"<Code>{escape(code)}</Code><Message>{escape(message)}</Message>"
        body = f"<ErrorResponse><Error>{error}</Error>{error}</ErrorResponse>"
        return cls(status, body.encode(), {"Content-Type": "text/xml"})

    @classmethod
    def error(
        cls,
        code: str,
        message: str,
        status: int = 400,
        fields: dict[str, Json] | None = None,
    ) -> Self:
        """Return an error of the AWS JSON protocols, with fields of its own."""
        return cls.json(
            {"__type": code, "message": message, "Message": message, **(fields or {})},
            status,
            {"x-amzn-ErrorType": code},
        )
