"""FastAPI dependency that provides the wired application."""

from collections.abc import Callable
from typing import Annotated, cast

from fastapi import Depends, Request

from flextime.bootstrap import Application


async def wired_application(request: Request) -> Application:
    """Return the application; it is built on the first request, not on import."""
    build = cast("Callable[[], Application]", request.app.state.application)
    return build()


App = Annotated[Application, Depends(wired_application)]
