"""Routes about the service itself; they need no token."""

from api.routes.service import health

ROUTERS = (health.router,)
