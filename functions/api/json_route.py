"""Routes whose bodies are strict JSON and whose models are built on first use."""

from collections.abc import Callable, Coroutine
from typing import Annotated, Any

from fastapi import APIRouter, Request, Response, params
from fastapi.datastructures import Default, DefaultPlaceholder
from fastapi.routing import APIRoute

from api.documented_responses import problems
from api.lazy_types import LazyType
from api.request_body import RequestBody

_UNDECLARED = Default(None)

type Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class JsonRequest(Request):
    """A request whose JSON is left undecoded, for `JsonBody` to read strictly."""

    def __init__(self, request: Request, field: params.Body) -> None:
        """Wrap a request whose body is the parameter `field`."""
        super().__init__(request.scope, request.receive)
        self._field = field

    async def body(self) -> RequestBody:
        """Return the body's bytes."""
        return RequestBody.of(await super().body(), self.headers, self._field)

    async def json(self) -> RequestBody:
        """Return the body's bytes."""
        return await self.body()


class JsonRoute(APIRoute):
    """Route with a strict JSON body and a lazily built response model."""

    def __init__(
        self,
        path: str,
        endpoint: Callable[..., Any],
        *,
        response_model: Any = _UNDECLARED,  # noqa: ANN401 - any type, also unions
        **options: Any,  # noqa: ANN401 - FastAPI's own
    ) -> None:
        if not isinstance(response_model, DefaultPlaceholder):
            response_model = Annotated[response_model, LazyType(response_model)]
        super().__init__(path, endpoint, response_model=response_model, **options)
        if self.body_field:
            self.responses = {**self.responses, **problems(400, 413, 415, 422)}

    def get_route_handler(self) -> Handler:
        """Wrap FastAPI's handler so that it passes on the bytes of the body."""
        handle = super().get_route_handler()
        field = self.body_field.field_info if self.body_field else None
        if not isinstance(field, params.Body):
            return handle

        async def handle_json(request: Request) -> Response:
            return await handle(JsonRequest(request, field))

        return handle_json


def json_router(prefix: str, tag: str) -> APIRouter:
    """Return a router whose routes are `JsonRoute` and named by their functions."""
    return APIRouter(
        prefix=prefix,
        tags=[tag],
        route_class=JsonRoute,
        generate_unique_id_function=lambda route: route.name,
    )
