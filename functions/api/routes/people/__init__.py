"""Routes about users and their roles."""

from api.routes.people import me

ROUTERS = (me.router,)
