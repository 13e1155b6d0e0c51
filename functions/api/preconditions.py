"""Conditional requests with entity tags (RFC 9110, section 13.1)."""

import re
from typing import Annotated

from fastapi import Depends, Header

from api.errors import PreconditionRequired
from flextime.domain.errors import StaleVersion
from flextime.usecases.preconditions import ExpectedVersion

GZIP_SUFFIX = "-gzip"
"""Distinguishes the tag of a compressed response, as RFC 9110 section 8.8.3.3 asks."""

_TAG = r'(?:W/)?"[\x21\x23-\x7e\x80-\xff]*"'
_TAGS = re.compile(rf"\s*(?:,\s*)*{_TAG}(?:\s*,\s*(?:{_TAG})?)*\s*")
_OWN_TAG = re.compile(rf'"([0-9]{{1,15}})(?:{GZIP_SUFFIX})?"')


def etag(version: int) -> str:
    """Return the strong entity tag of a version."""
    return f'"{version}"'


def entity_tags(header: str) -> list[str]:
    """Return the entity tags of a list; none if it is not a list of entity tags."""
    return re.findall(_TAG, header) if _TAGS.fullmatch(header) else []


async def if_match(
    if_match: Annotated[
        str | None,
        Header(
            description="ETag of the version that was read, several of which one must"
            ' match, or * for any: "3"'
        ),
    ] = None,
) -> ExpectedVersion:
    """Return the versions named by If-Match, or None for ``*``.

    Raises
    ------
    PreconditionRequired
        The header is missing.
    StaleVersion
        The header contains no strong tag of this API.
    """
    if if_match is None:
        raise PreconditionRequired("send If-Match with the ETag of the version read")
    if if_match.strip() == "*":
        return None
    own_tags = map(_OWN_TAG.fullmatch, entity_tags(if_match))
    versions = frozenset(int(tag[1]) for tag in own_tags if tag)
    if not versions:
        raise StaleVersion(f"{if_match!r} is not the ETag of the newest version")
    return versions


IfMatch = Annotated[ExpectedVersion, Depends(if_match)]
