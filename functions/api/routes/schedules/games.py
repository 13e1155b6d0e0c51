"""Games of a schedule. Their ETag is the schedule's."""

from fastapi import Response

from api.dependencies import App
from api.documented_responses import (
    CHANGED,
    CREATED,
    DELETED_PART,
    VERSIONED,
    problems,
)
from api.idempotency import IdempotencyKey
from api.identity import SchedulerContext, ViewerContext
from api.json_route import json_router
from api.parameters import GamePath, SchedulePath
from api.preconditions import IfMatch
from api.request_body import JsonBody, MergePatchBody
from api.responses import created, no_content, ok
from api.schemas.schedules import GameList
from flextime.domain.schedules.games import Game
from flextime.domain.schedules.season_schedule import SeasonSchedule
from flextime.usecases.aggregates import Versioned
from flextime.usecases.schedules import manage_games
from flextime.usecases.schedules.edit_schedule import Target

router = json_router("/v1/schedules/{schedule}/games", "games")


@router.get("", response_model=GameList, responses=VERSIONED | problems(404, 422))
async def list_games(
    schedule: SchedulePath, app: App, context: ViewerContext
) -> Response:
    """List all games of a schedule."""
    stored = app.store.load(context.tenant, SeasonSchedule, schedule)
    return ok(GameList(items=stored.value.games), stored.version)


@router.post(
    "", status_code=201, response_model=Game, responses=CREATED | problems(404)
)
async def add_game(
    schedule: SchedulePath,
    app: App,
    context: SchedulerContext,
    request: IdempotencyKey,
    game: JsonBody[Game],
) -> Response:
    """Add a game to a schedule."""
    path = f"/v1/schedules/{schedule}/games/{game.id}"

    def respond(made: Versioned[SeasonSchedule]) -> Response:
        return created(game, made.version, path)

    return request.execute(
        respond,
        lambda build_response: manage_games.add_game(
            app, context, Target(schedule), game, build_response
        ),
    )


@router.get("/{game}", response_model=Game, responses=VERSIONED | problems(404, 422))
async def read_game(
    schedule: SchedulePath, game: GamePath, app: App, context: ViewerContext
) -> Response:
    """Return a game."""
    stored = app.store.load(context.tenant, SeasonSchedule, schedule)
    return ok(manage_games.game_of(stored.value, game), stored.version)


@router.patch("/{game}", response_model=Game, responses=CHANGED)
async def patch_game(
    schedule: SchedulePath,
    game: GamePath,
    app: App,
    context: SchedulerContext,
    version: IfMatch,
    patch: MergePatchBody[Game],
) -> Response:
    """Move, postpone, cancel or lock a game."""
    target = Target(schedule, version)
    stored = manage_games.change_game(app, context, target, game, patch.apply)
    return ok(manage_games.game_of(stored.value, game), stored.version)


@router.delete("/{game}", status_code=204, responses=DELETED_PART)
async def delete_game(
    schedule: SchedulePath,
    game: GamePath,
    app: App,
    context: SchedulerContext,
    version: IfMatch,
) -> Response:
    """Delete a game from the schedule; a game that is called off is patched."""
    target = Target(schedule, version)
    stored = manage_games.remove_game(app, context, target, game)
    return no_content(stored.version)
