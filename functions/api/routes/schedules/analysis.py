"""Evaluation of schedules by the checker."""

from fastapi import Response

from api.dependencies import App
from api.documented_responses import problems
from api.identity import ViewerContext
from api.json_route import json_router
from api.parameters import SchedulePath
from api.request_body import JsonBody
from api.responses import ok
from api.schemas.schedules import GamesToValidate
from flextime.usecases.schedules.analyze_schedule import Analysis, explain_schedule

router = json_router("/v1/schedules/{schedule}", "analysis")

_STORED_GAMES = GamesToValidate()


@router.get("/analysis", response_model=Analysis, responses=problems(404, 422))
async def read_analysis(
    schedule: SchedulePath, app: App, context: ViewerContext
) -> Response:
    """Return a schedule's violations, its score by parts, and each team's travel."""
    return ok(explain_schedule(app.store, context, schedule))


@router.post("/validate", response_model=Analysis, responses=problems(404))
async def validate_games(
    schedule: SchedulePath,
    app: App,
    context: ViewerContext,
    given: JsonBody[GamesToValidate] = _STORED_GAMES,
) -> Response:
    """Evaluate the games in the body, or else the stored games; stores nothing."""
    return ok(explain_schedule(app.store, context, schedule, given.games, given.league))
