"""Games of a schedule: add, change and remove."""

from dataclasses import replace

from flextime.domain.errors import AlreadyExists, NotFound
from flextime.domain.events import (
    EventData,
    GameCancelled,
    GameMoved,
    GamePostponed,
    GameRemoved,
    GameScheduled,
)
from flextime.domain.ids import GameId
from flextime.domain.leagues.league import League
from flextime.domain.schedules.games import Game, GameStatus
from flextime.domain.schedules.season_schedule import SeasonSchedule
from flextime.usecases.aggregates import Versioned
from flextime.usecases.request_context import BuildResponse, RequestContext
from flextime.usecases.schedules.edit_schedule import (
    EditResult,
    ScheduleDependencies,
    Target,
    edit_schedule,
)


def game_of(schedule: SeasonSchedule, game: GameId) -> Game:
    """Raise `NotFound` when the schedule has no game of that id."""
    for known in schedule.games:
        if known.id == game:
            return known
    raise NotFound(f"schedule {schedule.id} has no game {game!r}")


def add_game(
    dependencies: ScheduleDependencies,
    context: RequestContext,
    target: Target,
    game: Game,
    build_response: BuildResponse[SeasonSchedule],
) -> Versioned[SeasonSchedule]:
    """Raise `AlreadyExists` when a game of the schedule has that id."""

    def edit(schedule: SeasonSchedule, league: League) -> EditResult:
        del league
        if any(known.id == game.id for known in schedule.games):
            raise AlreadyExists(f"schedule {schedule.id} has a game {game.id!r}")
        scheduled = GameScheduled(
            game=game.id, home=game.home, away=game.away, slot=game.slot
        )
        return EditResult(
            replace(schedule, games=(*schedule.games, game)), (scheduled,)
        )

    return edit_schedule(dependencies, context, target, edit, build_response)


def change_game(
    dependencies: ScheduleDependencies,
    context: RequestContext,
    target: Target,
    game: Game,
) -> Versioned[SeasonSchedule]:
    """Put `game` in the place of the one of its id."""

    def edit(schedule: SeasonSchedule, league: League) -> EditResult:
        del league
        before = game_of(schedule, game.id)
        games = tuple(game if g.id == game.id else g for g in schedule.games)
        return EditResult(
            replace(schedule, games=games), tuple(_happened(before, game))
        )

    return edit_schedule(dependencies, context, target, edit)


def remove_game(
    dependencies: ScheduleDependencies,
    context: RequestContext,
    target: Target,
    game: GameId,
) -> Versioned[SeasonSchedule]:
    """Delete a game; a game that is called off gets the status CANCELLED instead."""

    def edit(schedule: SeasonSchedule, league: League) -> EditResult:
        del league
        gone = game_of(schedule, game)
        games = tuple(known for known in schedule.games if known is not gone)
        return EditResult(replace(schedule, games=games), (GameRemoved(game=game),))

    return edit_schedule(dependencies, context, target, edit)


def _happened(before: Game, after: Game) -> list[EventData]:
    happened: list[EventData] = []
    if before.slot != after.slot:
        happened.append(
            GameMoved(game=after.id, slot_before=before.slot, slot_after=after.slot)
        )
    if before.status != after.status:
        if after.status is GameStatus.POSTPONED:
            happened.append(GamePostponed(game=after.id))
        elif after.status is GameStatus.CANCELLED:
            happened.append(GameCancelled(game=after.id))
    return happened
