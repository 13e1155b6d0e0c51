"""Add, change and delete the games of a schedule."""

from collections.abc import Callable
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
from flextime.usecases.schedules.dependencies import ScheduleDependencies
from flextime.usecases.schedules.edit_schedule import (
    EditResult,
    Target,
    edit_schedule,
)


def game_of(schedule: SeasonSchedule, game: GameId) -> Game:
    """Return a game by its id; raise `NotFound` if the schedule has no such game."""
    for candidate in schedule.games:
        if candidate.id == game:
            return candidate
    raise NotFound(f"schedule {schedule.id} has no game {game!r}")


def add_game(
    dependencies: ScheduleDependencies,
    context: RequestContext,
    target: Target,
    game: Game,
    build_response: BuildResponse[SeasonSchedule],
) -> Versioned[SeasonSchedule]:
    """Add a game.

    Raises
    ------
    AlreadyExists
        The schedule has a game of that id.
    StaleVersion, Conflict, InvalidInput
        As `edit_schedule` does.
    """

    def edit(schedule: SeasonSchedule, league: League) -> EditResult:
        del league
        if any(other.id == game.id for other in schedule.games):
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
    game: GameId,
    change: Callable[[Game], Game],
) -> Versioned[SeasonSchedule]:
    """Replace a game by the result of `change`, which must keep its id.

    Raises
    ------
    NotFound
        The schedule has no game of that id.
    StaleVersion, Conflict, InvalidInput
        As `edit_schedule` does.
    """

    def edit(schedule: SeasonSchedule, league: League) -> EditResult:
        del league
        before = game_of(schedule, game)
        after = change(before)
        games = tuple(after if g is before else g for g in schedule.games)
        return EditResult(replace(schedule, games=games), tuple(_events(before, after)))

    return edit_schedule(dependencies, context, target, edit)


def remove_game(
    dependencies: ScheduleDependencies,
    context: RequestContext,
    target: Target,
    game: GameId,
) -> Versioned[SeasonSchedule]:
    """Delete a game; a game that is called off gets the status CANCELLED instead.

    Raises
    ------
    NotFound
        The schedule has no game of that id.
    StaleVersion, Conflict, InvalidInput
        As `edit_schedule` does.
    """

    def edit(schedule: SeasonSchedule, league: League) -> EditResult:
        del league
        deleted = game_of(schedule, game)
        games = tuple(other for other in schedule.games if other is not deleted)
        return EditResult(replace(schedule, games=games), (GameRemoved(game=game),))

    return edit_schedule(dependencies, context, target, edit)


def _events(before: Game, after: Game) -> list[EventData]:
    events: list[EventData] = []
    if before.slot != after.slot:
        events.append(
            GameMoved(game=after.id, slot_before=before.slot, slot_after=after.slot)
        )
    if before.status != after.status:
        if after.status is GameStatus.POSTPONED:
            events.append(GamePostponed(game=after.id))
        elif after.status is GameStatus.CANCELLED:
            events.append(GameCancelled(game=after.id))
    return events
