"""Routes about runs, the optimizations of a schedule."""

from api.routes.runs import runs

ROUTERS = (runs.router,)
