"""Entity tags: which version of a thing a caller has read (RFC 9110, 13.1)."""

import re
from typing import Annotated

from fastapi import Depends, Header

from api.refusals import PreconditionRequired
from flextime.domain.errors import StaleVersion

_STRONG_TAG = re.compile(r'"([0-9]{1,15})"')


def etag(version: int) -> str:
    return f'"{version}"'


async def if_match(
    if_match: Annotated[
        str | None,
        Header(description='The ETag that was read, or * for whatever is there: "3"'),
    ] = None,
) -> int | None:
    """The version that the caller has read; None for any.

    A tag that we never gave out (a weak one, a list, a word) matches nothing.
    """
    if if_match is None:
        raise PreconditionRequired("send If-Match with the ETag of what you have read")
    if if_match.strip() == "*":
        return None
    tag = _STRONG_TAG.fullmatch(if_match.strip())
    if tag is None:
        raise StaleVersion(f"{if_match!r} is not the ETag of the newest version")
    return int(tag[1])


IfMatch = Annotated[int | None, Depends(if_match)]
