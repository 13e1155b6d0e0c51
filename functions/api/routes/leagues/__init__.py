"""Routes about a conference, its register of teams and venues, and its leagues."""

from api.routes.leagues import conferences, demo_data, leagues, teams, venues

ROUTERS = (
    conferences.router,
    teams.router,
    venues.router,
    leagues.router,
    demo_data.router,
)
