"""Bodies of requests: their kind and their size, before anybody reads them."""

from typing import Annotated

from fastapi import Depends, Request

from api.refusals import BodyTooLarge, UnsupportedMediaType

MAX_BODY_BYTES = 1_000_000
JSON = "application/json"
MERGE_PATCH = "application/merge-patch+json"


async def json_body(request: Request) -> bytes:
    _refuse_other_than(request, (JSON,))
    return await _body(request)


async def merge_patch_body(request: Request) -> bytes:
    _refuse_other_than(request, (MERGE_PATCH, JSON))
    return await _body(request)


async def optional_json_body(request: Request) -> bytes:
    """A JSON body, or nothing at all."""
    body = await _body(request)
    if body:
        _refuse_other_than(request, (JSON,))
    return body


async def _body(request: Request) -> bytes:
    body = await request.body()
    if len(body) > MAX_BODY_BYTES:
        raise BodyTooLarge(
            f"{len(body):,} bytes are more than the {MAX_BODY_BYTES:,} of a request"
        )
    return body


def _refuse_other_than(request: Request, allowed: tuple[str, ...]) -> None:
    named, _, parameters = request.headers.get("content-type", "").partition(";")
    charset = parameters.strip().lower().removeprefix("charset=").strip('"')
    if named.strip().lower() not in allowed or charset not in {"", "utf-8"}:
        raise UnsupportedMediaType(f"send {' or '.join(allowed)}, in UTF-8")
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise UnsupportedMediaType("send the body as it is, not compressed")


JsonBody = Annotated[bytes, Depends(json_body)]
MergePatchBody = Annotated[bytes, Depends(merge_patch_body)]
OptionalJsonBody = Annotated[bytes, Depends(optional_json_body)]
