"""The wired application that the routes work with."""

from collections.abc import Callable
from typing import Annotated, cast

from fastapi import Depends, Request

from flextime.bootstrap import Application


async def wired(request: Request) -> Application:
    """Asked for on the first request: importing the API touches no environment."""
    build = cast("Callable[[], Application]", request.app.state.application)
    return build()


App = Annotated[Application, Depends(wired)]
