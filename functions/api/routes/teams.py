"""Teams of the conference's register."""

from http import HTTPStatus

from fastapi import APIRouter, Response

from api.answers import created, gone, shown
from api.bodies import JsonBody, MergePatchBody
from api.conditions import IfMatch
from api.documentation import answers, changes, reads, takes, takes_patch
from api.documents import changed, read
from api.idempotency import OnceOnly
from api.identity import AdminContext, ViewerContext
from api.parameters import Paging, TeamPath
from api.schemas import TeamPage
from api.wiring import App
from flextime.domain.leagues.league import Team
from flextime.usecases.aggregates import Versioned
from flextime.usecases.leagues import manage_register

router = APIRouter(prefix="/v1/teams", tags=["teams"])


@router.get("", responses=answers(HTTPStatus.OK, "TeamPage", 422))
async def list_teams(
    app: App, context: ViewerContext, page_request: Paging
) -> Response:
    """Teams in order of id."""
    page = app.store.page(context.tenant, Team, page_request)
    items = tuple(team.value for team in page.items)
    return shown(TeamPage(items=items, next=page.cursor))


@router.post(
    "",
    status_code=HTTPStatus.CREATED,
    responses=changes(HTTPStatus.CREATED, "Team"),
    openapi_extra=takes("Team"),
)
async def add_team(
    app: App, context: AdminContext, once: OnceOnly, body: JsonBody
) -> Response:
    """Add a team, at home in a venue of the register."""
    team = read(Team, body)

    def present(made: Versioned[Team]) -> Response:
        return created(made.value, made.version, f"/v1/teams/{team.id}")

    return once.post(
        present, lambda kept: manage_register.add_team(app.store, context, team, kept)
    )


@router.get("/{team}", responses=reads("Team"))
async def read_team(team: TeamPath, app: App, context: ViewerContext) -> Response:
    known = app.store.load(context.tenant, Team, team)
    return shown(known.value, known.version)


@router.patch(
    "/{team}",
    responses=changes(HTTPStatus.OK, "Team", 404, 412, 428),
    openapi_extra=takes_patch("a team"),
)
async def patch_team(
    team: TeamPath,
    app: App,
    context: AdminContext,
    version: IfMatch,
    patch: MergePatchBody,
) -> Response:
    """Change a team; leagues that were imported keep what they had."""
    known = app.store.load(context.tenant, Team, team)
    after = changed(Team, known.value, patch)
    kept = manage_register.change_team(app.store, context, after, version)
    return shown(kept.value, kept.version)


@router.delete(
    "/{team}",
    status_code=HTTPStatus.NO_CONTENT,
    responses=answers(HTTPStatus.NO_CONTENT, None, 404, 409, 412, 422, 428),
)
async def delete_team(
    team: TeamPath, app: App, context: AdminContext, version: IfMatch
) -> Response:
    manage_register.delete_team(app.store, context, team, version)
    return gone()
