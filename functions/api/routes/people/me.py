"""The caller's own account."""

from fastapi import Response

from api.identity import SignedIn
from api.json_route import json_router
from api.responses import ok
from api.schemas.people import Me

router = json_router("/v1/me", "people")


@router.get("", response_model=Me)
async def read_me(caller: SignedIn) -> Response:
    """Return the caller's user id, conference and role."""
    return ok(
        Me(
            user=caller.user,
            email=caller.email,
            conference=caller.tenant,
            role=caller.role.group,
        )
    )
