"""Health of the service."""

from fastapi import Response

import flextime
from api.json_route import json_router
from api.responses import ok
from api.schemas.service import Health

router = json_router("", "service")


@router.get("/health", response_model=Health)
async def read_health() -> Response:
    """Report that the service responds; checks nothing that it depends on."""
    return ok(Health(status="ok", version=flextime.__version__))
