"""Teams of the conference's register."""

from api.routes.leagues.register import RegisterResource, register_router
from api.schemas.leagues import TeamPage
from flextime.domain.leagues.league import Team
from flextime.usecases.leagues import manage_register

router = register_router(
    RegisterResource(
        singular="team",
        plural="teams",
        model=Team,
        page=TeamPage,
        add=manage_register.add_team,
        change=manage_register.change_team,
        delete=manage_register.delete_team,
    )
)
