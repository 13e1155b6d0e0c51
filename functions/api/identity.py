"""Who is asking, by the claims that API Gateway's authorizer has verified."""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Annotated, Any

from fastapi import Depends, Request

from api.correlation import correlation_id_of
from api.refusals import Forbidden, Unauthenticated
from api.wiring import App
from flextime.domain.ids import TenantId, UserId
from flextime.usecases.request_context import RequestContext

_TENANT = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")


class Role(IntEnum):
    """Each may do what those before it may."""

    VIEWER = 1
    SCHEDULER = 2
    ADMIN = 3

    @property
    def group(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Caller:
    """A signed-in user of one conference."""

    tenant: TenantId
    user: UserId
    email: str | None
    role: Role


async def caller(request: Request) -> Caller:
    claims = _claims(request.scope.get("aws.event", {}))
    user = _text(claims, "sub")
    if not user:
        raise Unauthenticated("sign in and send the ID token")
    tenant = _text(claims, "custom:conference")
    if not _TENANT.fullmatch(tenant):
        raise Forbidden("this token belongs to no conference")
    groups = groups_in(claims.get("cognito:groups"))
    roles = [role for role in Role if role.group in groups]
    if not roles:
        raise Forbidden("this user has no role in the conference")
    email = _text(claims, "email") or None
    return Caller(TenantId(tenant), UserId(user), email, max(roles))


def groups_in(claim: object) -> frozenset[str]:
    """Groups as API Gateway writes them, ``[admin viewer]``, or as a list.

    A group's name may have brackets and commas in it, but no spaces.
    """
    if isinstance(claim, str):
        inside = claim.startswith("[") and claim.endswith("]")
        return frozenset((claim[1:-1] if inside else claim).split(" "))
    if isinstance(claim, list):
        return frozenset(group for group in claim if isinstance(group, str))
    return frozenset()


def _text(claims: Mapping[str, Any], name: str) -> str:
    """API Gateway hands all claims on as text; what is none counts as absent."""
    value = claims.get(name)
    return value if isinstance(value, str) else ""


def _claims(event: Mapping[str, Any]) -> Mapping[str, Any]:
    authorizer = event.get("requestContext", {}).get("authorizer") or {}
    claims: Mapping[str, Any] = (authorizer.get("jwt") or {}).get("claims") or {}
    return claims


def context_for(needed: Role) -> Callable[..., Awaitable[RequestContext]]:
    """A dependency: the call of somebody who has at least the role `needed`."""

    async def context(
        request: Request, app: App, who: Annotated[Caller, Depends(caller)]
    ) -> RequestContext:
        if who.role < needed:
            raise Forbidden(f"this needs the role {needed.group}")
        return RequestContext(
            tenant=who.tenant,
            user=who.user,
            email=who.email,
            correlation_id=correlation_id_of(request.scope),
            at=app.clock.now(),
            new_id=app.new_id,
        )

    return context


SignedIn = Annotated[Caller, Depends(caller)]
ViewerContext = Annotated[RequestContext, Depends(context_for(Role.VIEWER))]
SchedulerContext = Annotated[RequestContext, Depends(context_for(Role.SCHEDULER))]
AdminContext = Annotated[RequestContext, Depends(context_for(Role.ADMIN))]
