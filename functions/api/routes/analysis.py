"""What the checker says of a schedule."""

from http import HTTPStatus

from fastapi import APIRouter, Response

from api.answers import shown
from api.bodies import OptionalJsonBody
from api.documentation import answers, takes
from api.documents import read
from api.identity import ViewerContext
from api.parameters import SchedulePath
from api.schemas import GamesToJudge
from api.wiring import App
from flextime.domain.ids import LeagueId
from flextime.domain.schedules.games import Game
from flextime.usecases.schedules.analyze_schedule import explain_schedule

router = APIRouter(prefix="/v1/schedules/{schedule}", tags=["analysis"])


@router.get("/analysis", responses=answers(HTTPStatus.OK, "Analysis", 404, 422))
async def analyse(schedule: SchedulePath, app: App, context: ViewerContext) -> Response:
    """Violations, parts of the score, and every team's travel."""
    return shown(explain_schedule(app.store, context, schedule))


@router.post(
    "/validate",
    responses=answers(HTTPStatus.OK, "Analysis", 400, 404, 413, 415, 422),
    openapi_extra=takes("GamesToJudge", required=False),
)
async def validate(
    schedule: SchedulePath, app: App, context: ViewerContext, body: OptionalJsonBody
) -> Response:
    """Judge the games in the body, or those that are stored; keeps nothing."""
    return shown(explain_schedule(app.store, context, schedule, *_given(body)))


def _given(body: bytes) -> tuple[tuple[Game, ...] | None, LeagueId | None]:
    if not body:
        return None, None
    given = read(GamesToJudge, body)
    return given.games, given.league
