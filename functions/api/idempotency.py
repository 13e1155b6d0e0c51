"""Idempotency-Key on POST: a repeated request is executed once.

The key is reserved before the request is executed. The response is stored in the same
transaction as the change, so that a repeat receives it whatever happens in between.
"""

import hashlib
from collections.abc import AsyncIterator, Callable
from typing import Annotated

from fastapi import Depends, Header, Request, Response

from api.dependencies import App
from api.identity import ViewerContext
from flextime.usecases.aggregates import Aggregate, Versioned
from flextime.usecases.request_context import BuildResponse, no_response
from flextime.usecases.transaction import Reservation, StoredResponse


class Replayed(Exception):
    """Not an error: the request was executed before, and this is its response."""

    def __init__(self, stored: StoredResponse) -> None:
        """Hold the stored response for `replay`."""
        super().__init__("replayed")
        self.stored = stored


class IdempotentRequest:
    """A request whose response is stored together with its change."""

    def __init__(self, reservation: Reservation | None) -> None:
        """Reserve nothing (None) for a request without a key."""
        self._reservation = reservation

    def execute[T: Aggregate](
        self,
        respond: Callable[[Versioned[T]], Response],
        use_case: Callable[[BuildResponse[T]], Versioned[T]],
    ) -> Response:
        """Run `use_case` and return `respond` of its result.

        The use case is given a function from its result to the response to store,
        which it calls before it commits.
        """
        reservation = self._reservation
        if reservation is None:
            return respond(use_case(no_response))

        def build_response(result: Versioned[T]) -> StoredResponse:
            response = respond(result)
            return StoredResponse(
                reservation=reservation,
                status=response.status_code,
                headers=tuple(response.headers.items()),
                body=bytes(response.body),
            )

        return respond(use_case(build_response))


async def idempotent_request(
    request: Request,
    app: App,
    context: ViewerContext,
    idempotency_key: Annotated[
        str | None,
        Header(
            description="Identifies this request. A repeat with the same key and body"
            " returns the first response and changes nothing. Kept for 24 hours.",
            min_length=1,
            max_length=128,
            pattern=r"^[\x21-\x7e]+$",
        ),
    ] = None,
) -> AsyncIterator[IdempotentRequest]:
    """Reserve the key while the request is executed.

    Raises
    ------
    Replayed
        The same request was executed before.
    """
    if idempotency_key is None:
        yield IdempotentRequest(None)
        return
    reservation = Reservation(
        key=f"{context.user}#{idempotency_key}",
        fingerprint=await _fingerprint(request),
        token=context.new_id(),
        at=context.at,
    )
    if stored := app.store.reserve(context.tenant, reservation):
        raise Replayed(stored)
    try:
        yield IdempotentRequest(reservation)
    except Exception:
        # Nothing was committed, so the same key may be used again.
        app.store.release(context.tenant, reservation)
        raise


async def replay(request: Request, error: Exception) -> Response:
    """Respond to a repeated request with the stored response."""
    del request
    if not isinstance(error, Replayed):
        raise error
    response = Response(error.stored.body, error.stored.status)
    for name, value in error.stored.headers:
        response.headers[name] = value
    response.headers["Idempotency-Replayed"] = "true"
    return response


async def _fingerprint(request: Request) -> str:
    digest = hashlib.sha256()
    for part in (request.method, request.url.path, request.url.query):
        digest.update(part.encode() + b"\n")
    digest.update(await request.body())
    return digest.hexdigest()


IdempotencyKey = Annotated[IdempotentRequest, Depends(idempotent_request)]
