"""The caller's identity and role, from the claims that API Gateway has verified."""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.security import HTTPBearer

from api.correlation import correlation_id_of
from api.dependencies import App
from api.errors import Forbidden, Unauthenticated
from flextime.domain.ids import TenantId, UserId
from flextime.usecases.request_context import RequestContext

_TENANT = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")

ID_TOKEN = HTTPBearer(
    bearerFormat="JWT",
    scheme_name="idToken",
    description="The ID token of the conference's user pool.",
    auto_error=False,
)
"""Documents the token; API Gateway's authorizer verifies it and passes its claims."""


class Role(IntEnum):
    """Roles in ascending order; each includes the permissions of those before it."""

    VIEWER = 1
    SCHEDULER = 2
    ADMIN = 3

    @property
    def group(self) -> str:
        """Name of the role's group in the user pool."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Caller:
    """A signed-in user of one conference."""

    tenant: TenantId
    user: UserId
    email: str | None
    role: Role


async def caller(request: Request) -> Caller:
    """Return the user whom the request's claims name.

    Raises
    ------
    Unauthenticated
        There are no claims.
    Forbidden
        The claims name no conference, or no role in it.
    """
    claims = _claims(request.scope.get("aws.event", {}))
    user = _text(claims, "sub")
    if not user:
        raise Unauthenticated("sign in and send the ID token")
    tenant = _text(claims, "custom:conference")
    if not _TENANT.fullmatch(tenant):
        raise Forbidden("the token names no conference")
    groups = groups_in(claims.get("cognito:groups"))
    roles = [role for role in Role if role.group in groups]
    if not roles:
        raise Forbidden("the user has no role in the conference")
    email = _text(claims, "email") or None
    return Caller(TenantId(tenant), UserId(user), email, max(roles))


def groups_in(claim: object) -> frozenset[str]:
    """Return the groups of a claim, either a list or API Gateway's ``[admin viewer]``.

    A group's name may contain brackets and commas, but no spaces.
    """
    if isinstance(claim, str):
        bracketed = claim.startswith("[") and claim.endswith("]")
        return frozenset((claim[1:-1] if bracketed else claim).split(" "))
    if isinstance(claim, list):
        return frozenset(group for group in claim if isinstance(group, str))
    return frozenset()


def _text(claims: Mapping[str, Any], name: str) -> str:
    """Return a claim; API Gateway sends text, and anything else counts as absent."""
    value = claims.get(name)
    return value if isinstance(value, str) else ""


def _claims(event: Mapping[str, Any]) -> Mapping[str, Any]:
    authorizer = event.get("requestContext", {}).get("authorizer") or {}
    claims: Mapping[str, Any] = (authorizer.get("jwt") or {}).get("claims") or {}
    return claims


def request_context(required: Role) -> Callable[..., Awaitable[RequestContext]]:
    """Return a dependency that provides the context of a caller with this role."""

    async def context(
        request: Request, app: App, caller: Annotated[Caller, Depends(caller)]
    ) -> RequestContext:
        if caller.role < required:
            raise Forbidden(f"this operation requires the role {required.group}")
        return RequestContext(
            tenant=caller.tenant,
            user=caller.user,
            email=caller.email,
            correlation_id=correlation_id_of(request.scope),
            at=app.clock.now(),
            new_id=app.new_id,
        )

    return context


SignedIn = Annotated[Caller, Depends(caller)]
ViewerContext = Annotated[RequestContext, Depends(request_context(Role.VIEWER))]
SchedulerContext = Annotated[RequestContext, Depends(request_context(Role.SCHEDULER))]
AdminContext = Annotated[RequestContext, Depends(request_context(Role.ADMIN))]
