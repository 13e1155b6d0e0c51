"""A transaction repeated with the same ClientRequestToken is applied once.

moto ignores the token. AWS answers a repeated request like the first for ten
minutes, and refuses the token with another request.
"""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass

from moto.core.responses import ActionResult
from moto.dynamodb.exceptions import DynamodbException
from moto.dynamodb.responses import DynamoHandler

from flextime_local.any_types import Untyped
from flextime_local.moto_fixes.fix import Fix, Patch

_KEPT_S = 600.0


class IdempotentParameterMismatchError(DynamodbException):
    def __init__(self) -> None:
        super().__init__(
            "com.amazonaws.dynamodb.v20120810#IdempotentParameterMismatchException",
            "The request token was used with another request",
        )


@dataclass(frozen=True, slots=True)
class AppliedRequest:
    content: str
    applied_at_s: float


class RequestTokens:
    """Tokens of applied transactions; one per backend, kept with its state."""

    def __init__(self) -> None:
        self.applied: dict[str, AppliedRequest] = {}

    def is_repeated(self, token: str, content: str) -> bool:
        self._forget_old()
        known = self.applied.get(token)
        if known is None:
            return False
        if known.content != content:
            raise IdempotentParameterMismatchError
        return True

    def remember(self, token: str, content: str) -> None:
        self.applied[token] = AppliedRequest(content, time.time())

    def _forget_old(self) -> None:
        oldest_s = time.time() - _KEPT_S
        for token, request in list(self.applied.items()):
            if request.applied_at_s < oldest_s:
                del self.applied[token]


def tokens_of(backend: Untyped) -> RequestTokens:
    if not hasattr(backend, "request_tokens"):
        backend.request_tokens = RequestTokens()
    tokens: RequestTokens = backend.request_tokens
    return tokens


def _once(
    original: Callable[[DynamoHandler], ActionResult],
) -> Callable[[DynamoHandler], ActionResult]:
    def transact_write_items(handler: DynamoHandler) -> ActionResult:
        token = handler.body.get("ClientRequestToken")
        if not token:
            return original(handler)
        tokens = tokens_of(handler.dynamodb_backend)
        content = json.dumps(handler.body["TransactItems"], sort_keys=True, default=str)
        if tokens.is_repeated(token, content):
            return ActionResult({})
        response = original(handler)
        tokens.remember(token, content)
        return response

    return transact_write_items


REQUEST_TOKENS = Fix(
    gap="ClientRequestToken is ignored: a repeated transaction is applied twice",
    patches=(Patch(DynamoHandler, "transact_write_items", _once),),
)
