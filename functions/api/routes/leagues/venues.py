"""Venues of the conference's register."""

from api.routes.leagues.register import RegisterResource, register_router
from api.schemas.leagues import VenuePage
from flextime.domain.leagues.league import Venue
from flextime.usecases.leagues import manage_register

router = register_router(
    RegisterResource(
        singular="venue",
        plural="venues",
        model=Venue,
        page=VenuePage,
        add=manage_register.add_venue,
        change=manage_register.change_venue,
        delete=manage_register.delete_venue,
    )
)
