"""Users of the pools with their groups, passwords and refresh tokens."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from moto.cognitoidp.models import (
    CognitoIdpBackend,
    CognitoIdpUser,
    CognitoIdpUserPool,
)

from flextime_local.aws_endpoint.message import Request
from flextime_local.persistence.kept_values import KeptValues, encoded

# Written with each sign-in, so they must not grow for ever.
_KEPT_TOKENS = 100
_READS = ("List", "Get", "Describe", "AdminGet", "AdminList")
_TOKENS = "tokens"
_USER = "user"


@dataclass(slots=True)
class UserPart:
    """Keeps the users of Cognito, by pool and name, and each pool's tokens."""

    backend: CognitoIdpBackend
    values: KeptValues
    _saved: dict[str, str] = field(default_factory=dict)

    def save_changes(self, request: Request | None) -> None:
        """Write the users and tokens that a request has changed."""
        if request is not None and (
            "CognitoIdentityProvider" in request.headers.get("x-amz-target", "")
            and not request.operation.startswith(_READS)
        ):
            self.save_all()

    def save_all(self) -> None:
        """Write all that differs from what is on disk."""
        now = dict(self._contents())
        for key in self._saved.keys() - now.keys():
            self.values.delete(key)
            del self._saved[key]
        for key, content in now.items():
            text = encoded(content)
            if self._saved.get(key) != text:
                self.values.put(key, content)
                self._saved[key] = text

    def _contents(self) -> Iterator[tuple[str, Any]]:
        for pool_id, pool in self.backend.user_pools.items():
            for name, user in pool.users.items():
                groups = sorted(group.group_name for group in user.groups)
                yield f"{_USER}/{pool_id}/{name}", vars(user) | {"groups": groups}
            tokens = list(pool.refresh_tokens.items())[-_KEPT_TOKENS:]
            yield f"{_TOKENS}/{pool_id}", tokens

    def restore(self) -> None:
        """Put every user and token back into its pool."""
        for key, content, _ in self.values.all():
            kind, pool_id, *name = key.split("/", 2)
            pool = self.backend.user_pools.get(pool_id)
            if pool is None:
                continue
            self._saved[key] = encoded(content)
            if kind == _USER:
                _place(pool, name[0], content)
            else:
                pool.refresh_tokens = {
                    token: tuple(owner) if owner else None for token, owner in content
                }


def _place(pool: CognitoIdpUserPool, name: str, content: dict[str, Any]) -> None:
    groups = [pool.groups[one] for one in content["groups"] if one in pool.groups]
    user = CognitoIdpUser(
        pool.id,
        content["username"],
        content["password"],
        content["status"],
        content["attributes"],
    )
    vars(user).update(content | {"groups": set(groups)})
    pool.users[name] = user
    for group in groups:
        group.users.add(user)
