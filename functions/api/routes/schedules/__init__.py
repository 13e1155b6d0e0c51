"""Routes about schedules, their games and constraints, and their evaluation."""

from api.routes.schedules import analysis, constraints, games, schedules

ROUTERS = (schedules.router, games.router, constraints.router, analysis.router)
