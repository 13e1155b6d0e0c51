"""About the service and the caller themselves."""

from http import HTTPStatus

from fastapi import APIRouter, Response

import flextime
from api.answers import shown
from api.documentation import answers
from api.identity import SignedIn
from api.schemas import Health, Me

router = APIRouter(tags=["service"])


@router.get("/health", responses=answers(HTTPStatus.OK, "Health", open_to_all=True))
async def health() -> Response:
    """Whether the service answers; looks at nothing behind it."""
    return shown(Health(status="ok", version=flextime.__version__))


@router.get("/v1/me", responses=answers(HTTPStatus.OK, "Me"))
async def me(who: SignedIn) -> Response:
    """Who is asking."""
    return shown(
        Me(
            user=who.user,
            email=who.email,
            conference=who.tenant,
            role=who.role.group,
        )
    )
