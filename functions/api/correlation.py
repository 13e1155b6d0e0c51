"""One id per request, in and out, in every line of the log."""

import re
from collections.abc import MutableMapping
from typing import Any, cast
from uuid import uuid4

from starlette.datastructures import Headers

HEADER = "X-Correlation-Id"
_OURS = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,127}")
_KEY = "flextime.correlation_id"


def begin(scope: MutableMapping[str, Any]) -> str:
    """The caller's id where it is fit for a log line, otherwise a new one."""
    sent = Headers(scope=scope).get(HEADER, "")
    chosen = sent if _OURS.fullmatch(sent) else str(uuid4())
    scope[_KEY] = chosen
    return chosen


def correlation_id_of(scope: MutableMapping[str, Any]) -> str:
    return cast("str", scope[_KEY])
