"""Teams of the conference's register."""

from http import HTTPStatus

from fastapi import APIRouter, Response

from api.answers import created, gone, shown
from api.bodies import JsonBody, MergePatchBody
from api.conditions import IfMatch
from api.documentation import answers, changes, reads, takes, takes_patch
from api.documents import changed, read
from api.idempotency import OnceOnly
from api.identity import AdminCall, ViewerCall
from api.parameters import Paging, TeamPath
from api.schemas import TeamPage
from api.wiring import App
from flextime.domain.leagues.league import Team
from flextime.usecases.leagues import manage_register
from flextime.usecases.stored import Stored

router = APIRouter(prefix="/v1/teams", tags=["teams"])


@router.get("", responses=answers(HTTPStatus.OK, "TeamPage", 422))
async def list_teams(app: App, call: ViewerCall, wanted: Paging) -> Response:
    """Teams in order of id."""
    page = app.store.page(call.tenant, Team, wanted)
    items = tuple(team.value for team in page.items)
    return shown(TeamPage(items=items, next=page.cursor))


@router.post(
    "",
    status_code=HTTPStatus.CREATED,
    responses=changes(HTTPStatus.CREATED, "Team"),
    openapi_extra=takes("Team"),
)
async def add_team(
    app: App, call: AdminCall, once: OnceOnly, body: JsonBody
) -> Response:
    """Add a team, at home in a venue of the register."""
    team = read(Team, body)

    def present(made: Stored[Team]) -> Response:
        return created(made.value, made.version, f"/v1/teams/{team.id}")

    return once.post(
        present, lambda kept: manage_register.add_team(app.store, call, team, kept)
    )


@router.get("/{team}", responses=reads("Team"))
async def read_team(team: TeamPath, app: App, call: ViewerCall) -> Response:
    known = app.store.load(call.tenant, Team, team)
    return shown(known.value, known.version)


@router.patch(
    "/{team}",
    responses=changes(HTTPStatus.OK, "Team", 404, 412, 428),
    openapi_extra=takes_patch("a team"),
)
async def patch_team(
    team: TeamPath, app: App, call: AdminCall, version: IfMatch, patch: MergePatchBody
) -> Response:
    """Change a team; leagues that were imported keep what they had."""
    known = app.store.load(call.tenant, Team, team)
    after = changed(Team, known.value, patch)
    kept = manage_register.change_team(app.store, call, after, version)
    return shown(kept.value, kept.version)


@router.delete(
    "/{team}",
    status_code=HTTPStatus.NO_CONTENT,
    responses=answers(HTTPStatus.NO_CONTENT, None, 404, 409, 412, 422, 428),
)
async def delete_team(
    team: TeamPath, app: App, call: AdminCall, version: IfMatch
) -> Response:
    manage_register.delete_team(app.store, call, team, version)
    return gone()
