"""Correlation id of a request: accepted or generated, returned, and logged."""

import re
from collections.abc import MutableMapping
from typing import Any, cast
from uuid import uuid4

from starlette.datastructures import Headers

HEADER = "X-Correlation-Id"
_VALID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,127}")
_KEY = "flextime.correlation_id"


def assign_correlation_id(scope: MutableMapping[str, Any]) -> str:
    """Store and return the caller's id if it is safe to log, otherwise a new one."""
    sent = Headers(scope=scope).get(HEADER, "")
    chosen = sent if _VALID.fullmatch(sent) else str(uuid4())
    scope[_KEY] = chosen
    return chosen


def correlation_id_of(scope: MutableMapping[str, Any]) -> str:
    """Return the id that was assigned to the request."""
    return cast("str", scope[_KEY])
