"""Users of the pools with their groups, passwords and refresh tokens."""

from dataclasses import dataclass
from typing import ClassVar

from moto.cognitoidp.models import CognitoIdpBackend

from flextime_local.any_types import Untyped
from flextime_local.aws_endpoint.message import Request

# Written with each sign-in, so they must not grow for ever.
_KEPT_TOKENS = 100
_READS = ("List", "Get", "Describe", "AdminGet", "AdminList")


@dataclass(slots=True)
class UserPart:
    name: ClassVar[str] = "users"
    backend: CognitoIdpBackend

    def changes(self, request: Request | None) -> Untyped:
        if request is None or "CognitoIdentityProvider" not in request.headers.get(
            "x-amz-target", ""
        ):
            return None
        return None if request.operation.startswith(_READS) else self.everything()

    def apply(self, changes: Untyped) -> None:
        self.restore(changes)

    def everything(self) -> Untyped:
        return {
            pool_id: (
                pool.users,
                dict(list(pool.refresh_tokens.items())[-_KEPT_TOKENS:]),
            )
            for pool_id, pool in self.backend.user_pools.items()
        }

    def restore(self, everything: Untyped) -> None:
        for pool_id, (users, refresh_tokens) in everything.items():
            pool = self.backend.user_pools.get(pool_id)
            if pool is None:
                continue
            pool.users = users
            pool.refresh_tokens = refresh_tokens
            for group in pool.groups.values():
                group.users = set()
            for user in users.values():
                names = {group.group_name for group in user.groups}
                user.groups = {pool.groups[name] for name in names & pool.groups.keys()}
                for group in user.groups:
                    group.users.add(user)
