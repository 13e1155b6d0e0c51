"""Tokens of transactions that were applied, for ten minutes as on AWS."""

import hashlib
import json
import time
from dataclasses import dataclass
from typing import Any

from flextime_local.dynamodb.errors import RequestTokenReusedError
from flextime_local.persistence.database import Database

_KEPT_S = 600.0


@dataclass(frozen=True, slots=True)
class RequestTokens:
    """Remembers tokens with a digest of their transaction."""

    database: Database

    def is_applied(self, token: str, operations: list[dict[str, Any]]) -> bool:
        """Return whether this transaction was applied already.

        Raises `RequestTokenReusedError` if the token came with another transaction.
        """
        self.database.write(
            "DELETE FROM request_token WHERE applied_at < ?", (time.time() - _KEPT_S,)
        )
        rows = self.database.rows(
            "SELECT digest FROM request_token WHERE token = ?", (token,)
        )
        if not rows:
            return False
        if rows[0][0] != _digest(operations):
            raise RequestTokenReusedError
        return True

    def remember(self, token: str, operations: list[dict[str, Any]]) -> None:
        """Record that a transaction has been applied."""
        self.database.write(
            "INSERT INTO request_token (token, digest, applied_at) VALUES (?, ?, ?)",
            (token, _digest(operations), time.time()),
        )


def _digest(operations: list[dict[str, Any]]) -> str:
    content = json.dumps(operations, sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()
