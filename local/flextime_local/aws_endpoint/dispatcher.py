"""Dispatch each request to an own service or to moto."""

import io
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, Protocol

from moto.moto_server.werkzeug_app import (
    DomainDispatcherApplication,
    create_backend_app,
)

from flextime_local.any_types import Untyped
from flextime_local.aws_endpoint.access import ForbiddenError
from flextime_local.aws_endpoint.connections_api import MARK
from flextime_local.aws_endpoint.message import Request, Response, WsgiEnvironment
from flextime_local.aws_endpoint.signature import SignatureError
from flextime_local.dynamodb.service import TABLE_OPERATIONS

type StartResponse = Callable[[str, list[tuple[str, str]]], object]
_log = logging.getLogger(__name__)
_MOTO_PAGES = "/moto-api"
"""Pages of moto that read and reset everything; AWS has none of them."""


class Service(Protocol):
    """A service that the stack answers itself."""

    def response(self, request: Request) -> Response:
        """Return the response to a request."""


class Access(Protocol):
    """Decides who may use the endpoint."""

    def check(self, request: Request) -> None:
        """Return, or raise `ForbiddenError` or `SignatureError`."""


def _moto() -> Untyped:
    return DomainDispatcherApplication(create_backend_app)


@dataclass(slots=True)
class Dispatcher:
    """A WSGI application; `make_durable` runs before each response is sent."""

    services: dict[str, Service]
    access: Access
    make_durable: Callable[[Request], None]
    _moto: Any = field(default_factory=_moto)

    def __call__(
        self, environment: WsgiEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        request = Request.of(environment, _read_body(environment))
        if error := self._access_error(request):
            return _send(error, start_response)
        service = self._service_of(request)
        if service is None:
            return self._from_moto(environment, request, start_response)
        response = self._from_own(service, request)
        self.make_durable(request)
        return _send(response, start_response)

    def _access_error(self, request: Request) -> Response | None:
        """The error for a request that may not be served; None if it may."""
        try:
            self.access.check(request)
        except ForbiddenError as error:
            return _error_for(request, "AccessDenied", str(error))
        except SignatureError as error:
            return _error_for(request, error.code, str(error))
        if request.path.startswith(_MOTO_PAGES):
            return Response.error("ResourceNotFoundException", "no such path", 404)
        return None

    def _service_of(self, request: Request) -> Service | None:
        if MARK in request.path:
            return self.services.get("connections")
        if request.service == "dynamodb" and request.operation in TABLE_OPERATIONS:
            return None
        return self.services.get(request.service or "")

    def _from_own(self, service: Service, request: Request) -> Response:
        try:
            return service.response(request)
        except Exception as error:  # noqa: BLE001 - answered as 500 and logged
            _log.exception("%s %s failed", request.method, request.path)
            return Response.error(
                "InternalError", f"{type(error).__name__}: {error}", 500
            )

    def _from_moto(
        self,
        environment: WsgiEnvironment,
        request: Request,
        start_response: StartResponse,
    ) -> Iterable[bytes]:
        environment["wsgi.input"] = io.BytesIO(request.body)
        environment["CONTENT_LENGTH"] = str(len(request.body))
        environment.pop("HTTP_TRANSFER_ENCODING", None)
        chunks: Iterable[bytes] = self._moto(environment, start_response)
        body = b"".join(chunks)
        self.make_durable(request)
        return [body]


def _error_for(request: Request, code: str, message: str) -> Response:
    if "x-amz-target" in request.headers:
        return Response.error(code, message, 403)
    return Response.xml_error(code, message, 403)


def _send(response: Response, start_response: StartResponse) -> Iterable[bytes]:
    reason = HTTPStatus(response.status).phrase
    headers = response.headers | {"Content-Length": str(len(response.body))}
    start_response(f"{response.status} {reason}", list(headers.items()))
    return [response.body]


def _read_body(environment: WsgiEnvironment) -> bytes:
    stream = environment["wsgi.input"]
    is_chunked = environment.get("wsgi.input_terminated")
    length = -1 if is_chunked else int(environment.get("CONTENT_LENGTH") or 0)
    body: bytes = stream.read(length)
    return body
