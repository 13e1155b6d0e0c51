"""Routes, grouped by area; a module has the routes of one resource.

=============  ======================================================================
`service`      the service itself
`people`       users and their roles
`leagues`      conferences, teams, venues, leagues, shipped leagues
`schedules`    schedules, their games and constraints, evaluation
`runs`         optimizations of a schedule
=============  ======================================================================
"""

from api.routes import leagues, people, runs, schedules, service

OPEN_ROUTERS = service.ROUTERS
"""Routers that need no token."""

ROUTERS = (*people.ROUTERS, *leagues.ROUTERS, *schedules.ROUTERS, *runs.ROUTERS)
"""Routers that need the token of a user with a role."""
