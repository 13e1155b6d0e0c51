"""Conditional requests with entity tags (RFC 9110, section 13.1)."""

import re
from typing import Annotated

from fastapi import Depends, Header

from api.errors import PreconditionRequired
from flextime.domain.errors import StaleVersion

_STRONG_TAG = re.compile(r'"([0-9]{1,15})"')


def etag(version: int) -> str:
    """Return the strong entity tag of a version."""
    return f'"{version}"'


async def if_match(
    if_match: Annotated[
        str | None,
        Header(description='ETag of the version that was read, or * for any: "3"'),
    ] = None,
) -> int | None:
    """Return the version named by If-Match, or None for ``*``.

    Raises
    ------
    PreconditionRequired
        The header is missing.
    StaleVersion
        The header is not a single strong tag of this API (a weak tag, a list, a word).
    """
    if if_match is None:
        raise PreconditionRequired("send If-Match with the ETag of the version read")
    if if_match.strip() == "*":
        return None
    tag = _STRONG_TAG.fullmatch(if_match.strip())
    if tag is None:
        raise StaleVersion(f"{if_match!r} is not the ETag of the newest version")
    return int(tag[1])


IfMatch = Annotated[int | None, Depends(if_match)]
