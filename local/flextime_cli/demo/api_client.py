"""A minimal client of the HTTP API for one signed-in user."""

import json
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlsplit

from flextime_cli.command_errors import CommandError

type Document = dict[str, Any]

_TIMEOUT_S = 60


class ApiError(CommandError):
    """The API responded with a problem document; `code` is its stable code."""

    def __init__(self, status: int, problem: Document) -> None:
        super().__init__(f"{status} {problem.get('title')}: {problem.get('detail')}")
        self.code = problem.get("code")


@dataclass(frozen=True, slots=True)
class ApiClient:
    """Sends requests with the ID token of one user."""

    url: str
    token: str

    def get(self, path: str) -> Document:
        """Return the document at a path; raises `ApiError`."""
        return self._ask("GET", path, None)

    def post(self, path: str, body: Document) -> Document:
        """Post a document and return the response; raises `ApiError`."""
        return self._ask("POST", path, body)

    def _ask(self, method: str, path: str, body: Document | None) -> Document:
        address = urlsplit(self.url)
        connection = HTTPConnection(address.netloc, timeout=_TIMEOUT_S)
        headers = {"Authorization": f"Bearer {self.token}"}
        if body is not None:
            headers["Content-Type"] = "application/json"
        try:
            connection.request(
                method, path, None if body is None else json.dumps(body), headers
            )
            response = connection.getresponse()
            document: Document = json.loads(response.read())
        finally:
            connection.close()
        if response.status >= 400:
            raise ApiError(response.status, document)
        return document
