"""Idempotency-Key on POST: the same request twice is done once and answered alike."""

import hashlib
from collections.abc import AsyncIterator, Callable
from typing import Annotated

from fastapi import Depends, Header, Request, Response

from api.identity import ViewerContext
from api.wiring import App
from flextime.usecases.aggregates import Aggregate, Versioned
from flextime.usecases.request_context import BuildResponse, no_response
from flextime.usecases.transaction import Reservation, StoredResponse


class AnsweredBefore(Exception):
    """Not an error: the answer that was given to this very request."""

    def __init__(self, answer: StoredResponse) -> None:
        super().__init__("answered before")
        self.answer = answer


class Once:
    """One request, whose answer is kept with what it changes."""

    def __init__(self, reservation: Reservation | None) -> None:
        self._reservation = reservation

    def post[T: Aggregate](
        self,
        present: Callable[[Versioned[T]], Response],
        act: Callable[[BuildResponse[T]], Versioned[T]],
    ) -> Response:
        """Do `act` and present what it made; a repeat of the request shows the same."""
        reservation = self._reservation
        if reservation is None:
            return present(act(no_response))

        def build_response(made: Versioned[T]) -> StoredResponse:
            response = present(made)
            return StoredResponse(
                reservation=reservation,
                status=response.status_code,
                headers=tuple(response.headers.items()),
                body=bytes(response.body),
            )

        return present(act(build_response))


async def once(
    request: Request,
    app: App,
    context: ViewerContext,
    idempotency_key: Annotated[
        str | None,
        Header(
            description="Names this request: sent again with the same key and body it"
            " is answered as before, and nothing happens twice. Kept for 24 hours.",
            min_length=1,
            max_length=128,
            pattern=r"^[\x21-\x7e]+$",
        ),
    ] = None,
) -> AsyncIterator[Once]:
    if idempotency_key is None:
        yield Once(None)
        return
    reservation = Reservation(
        key=f"{context.user}#{idempotency_key}",
        fingerprint=await _fingerprint(request),
        token=context.new_id(),
        at=context.at,
    )
    if known := app.store.reserve(context.tenant, reservation):
        raise AnsweredBefore(known)
    try:
        yield Once(reservation)
    except Exception:
        # Nothing was kept, so the same key may be tried again.
        app.store.release(context.tenant, reservation)
        raise


async def _fingerprint(request: Request) -> str:
    digest = hashlib.sha256()
    for part in (request.method, request.url.path, request.url.query):
        digest.update(part.encode() + b"\n")
    digest.update(await request.body())
    return digest.hexdigest()


async def answered_before(request: Request, error: Exception) -> Response:
    del request
    if not isinstance(error, AnsweredBefore):
        raise error
    answer = error.answer
    response = Response(answer.body, answer.status)
    for name, value in answer.headers:
        response.headers[name] = value
    response.headers["Idempotency-Replayed"] = "true"
    return response


OnceOnly = Annotated[Once, Depends(once)]
