"""Games of a schedule. Their ETag is the schedule's."""

from http import HTTPStatus

from fastapi import APIRouter, Response

from api.answers import created, gone, shown
from api.bodies import JsonBody, MergePatchBody
from api.conditions import IfMatch
from api.documentation import answers, changes, reads, takes, takes_patch
from api.documents import changed, read
from api.idempotency import OnceOnly
from api.identity import SchedulerContext, ViewerContext
from api.parameters import GamePath, SchedulePath
from api.schemas import GameList
from api.wiring import App
from flextime.domain.schedules.games import Game
from flextime.domain.schedules.season_schedule import SeasonSchedule
from flextime.usecases.aggregates import Versioned
from flextime.usecases.schedules import manage_games
from flextime.usecases.schedules.edit_schedule import Target

router = APIRouter(prefix="/v1/schedules/{schedule}/games", tags=["games"])


@router.get("", responses=reads("GameList"))
async def list_games(
    schedule: SchedulePath, app: App, context: ViewerContext
) -> Response:
    """All games of a schedule."""
    known = app.store.load(context.tenant, SeasonSchedule, schedule)
    return shown(GameList(items=known.value.games), known.version)


@router.post(
    "",
    status_code=HTTPStatus.CREATED,
    responses=changes(HTTPStatus.CREATED, "Game", 404),
    openapi_extra=takes("Game"),
)
async def add_game(
    schedule: SchedulePath,
    app: App,
    context: SchedulerContext,
    once: OnceOnly,
    body: JsonBody,
) -> Response:
    game = read(Game, body)

    def present(made: Versioned[SeasonSchedule]) -> Response:
        return created(game, made.version, f"/v1/schedules/{schedule}/games/{game.id}")

    return once.post(
        present,
        lambda kept: manage_games.add_game(app, context, Target(schedule), game, kept),
    )


@router.get("/{game}", responses=reads("Game"))
async def read_game(
    schedule: SchedulePath, game: GamePath, app: App, context: ViewerContext
) -> Response:
    known = app.store.load(context.tenant, SeasonSchedule, schedule)
    return shown(manage_games.game_of(known.value, game), known.version)


@router.patch(
    "/{game}",
    responses=changes(HTTPStatus.OK, "Game", 404, 412, 428),
    openapi_extra=takes_patch("a game"),
)
async def patch_game(
    schedule: SchedulePath,
    game: GamePath,
    app: App,
    context: SchedulerContext,
    version: IfMatch,
    patch: MergePatchBody,
) -> Response:
    """Move, postpone, call off or lock a game."""
    known = app.store.load(context.tenant, SeasonSchedule, schedule)
    after = changed(Game, manage_games.game_of(known.value, game), patch)
    target = Target(schedule, known.version if version is None else version)
    kept = manage_games.change_game(app, context, target, after)
    return shown(after, kept.version)


@router.delete(
    "/{game}",
    status_code=HTTPStatus.NO_CONTENT,
    responses=answers(HTTPStatus.NO_CONTENT, None, 404, 409, 412, 422, 428, etag=True),
)
async def remove_game(
    schedule: SchedulePath,
    game: GamePath,
    app: App,
    context: SchedulerContext,
    version: IfMatch,
) -> Response:
    """Take a game out of the schedule."""
    kept = manage_games.remove_game(app, context, Target(schedule, version), game)
    return gone(kept.version)
