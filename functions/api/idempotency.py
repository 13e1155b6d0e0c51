"""Idempotency-Key on POST: the same request twice is done once and answered alike."""

import hashlib
from collections.abc import AsyncIterator, Callable
from typing import Annotated

from fastapi import Depends, Header, Request, Response

from api.identity import ViewerCall
from api.wiring import App
from flextime.usecases.request_context import Remember, forget
from flextime.usecases.stored import Aggregate, Stored
from flextime.usecases.transaction import Claim, RememberedAnswer


class AnsweredBefore(Exception):
    """Not an error: the answer that was given to this very request."""

    def __init__(self, answer: RememberedAnswer) -> None:
        super().__init__("answered before")
        self.answer = answer


class Once:
    """One request, whose answer is kept with what it changes."""

    def __init__(self, claim: Claim | None) -> None:
        self._claim = claim

    def post[T: Aggregate](
        self,
        present: Callable[[Stored[T]], Response],
        act: Callable[[Remember[T]], Stored[T]],
    ) -> Response:
        """Do `act` and present what it made; a repeat of the request shows the same."""
        claim = self._claim
        if claim is None:
            return present(act(forget))

        def remember(made: Stored[T]) -> RememberedAnswer:
            response = present(made)
            return RememberedAnswer(
                claim=claim,
                status=response.status_code,
                headers=tuple(response.headers.items()),
                body=bytes(response.body),
            )

        return present(act(remember))


async def once(
    request: Request,
    app: App,
    call: ViewerCall,
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
    claim = Claim(
        key=f"{call.user}#{idempotency_key}",
        fingerprint=await _fingerprint(request),
        token=call.new_id(),
        at=call.at,
    )
    if known := app.store.claim(call.tenant, claim):
        raise AnsweredBefore(known)
    try:
        yield Once(claim)
    except Exception:
        # Nothing was kept, so the same key may be tried again.
        app.store.release(call.tenant, claim)
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
