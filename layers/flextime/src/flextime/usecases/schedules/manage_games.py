"""Games of a schedule: added, moved, postponed, locked, taken out."""

from collections.abc import Callable
from dataclasses import replace

from flextime.domain.errors import AlreadyExists, NotFound
from flextime.domain.events import (
    EventData,
    GameCancelled,
    GameMoved,
    GamePostponed,
    GameScheduled,
)
from flextime.domain.ids import GameId
from flextime.domain.leagues.league import League
from flextime.domain.schedules.games import Game, GameStatus
from flextime.domain.schedules.season_schedule import SeasonSchedule
from flextime.usecases.request_context import Call, Remember
from flextime.usecases.schedules.edit_schedule import (
    Edited,
    Keeping,
    Target,
    edit_schedule,
)
from flextime.usecases.stored import Stored


def game_of(schedule: SeasonSchedule, game: GameId) -> Game:
    """Raise `NotFound` when the schedule has no game of that id."""
    for known in schedule.games:
        if known.id == game:
            return known
    raise NotFound(f"schedule {schedule.id} has no game {game!r}")


def add_game(
    keeping: Keeping,
    call: Call,
    target: Target,
    game: Game,
    remember: Remember[SeasonSchedule],
) -> Stored[SeasonSchedule]:
    """Raise `AlreadyExists` when a game of the schedule has that id."""

    def edit(schedule: SeasonSchedule, league: League) -> Edited:
        del league
        if any(known.id == game.id for known in schedule.games):
            raise AlreadyExists(f"schedule {schedule.id} has a game {game.id!r}")
        scheduled = GameScheduled(
            game=game.id, home=game.home, away=game.away, slot=game.slot
        )
        return Edited(replace(schedule, games=(*schedule.games, game)), (scheduled,))

    return edit_schedule(keeping, call, target, edit, remember)


def change_game(
    keeping: Keeping,
    call: Call,
    target: Target,
    game: GameId,
    change: Callable[[Game], Game],
) -> Stored[SeasonSchedule]:
    """Replace a game by what `change` makes of it; its id stays."""

    def edit(schedule: SeasonSchedule, league: League) -> Edited:
        del league
        before = game_of(schedule, game)
        after = change(before)
        games = tuple(after if g is before else g for g in schedule.games)
        return Edited(replace(schedule, games=games), tuple(_happened(before, after)))

    return edit_schedule(keeping, call, target, edit)


def remove_game(
    keeping: Keeping, call: Call, target: Target, game: GameId
) -> Stored[SeasonSchedule]:
    """Take a game out; one that is called off rather becomes CANCELLED."""

    def edit(schedule: SeasonSchedule, league: League) -> Edited:
        del league
        gone = game_of(schedule, game)
        games = tuple(known for known in schedule.games if known is not gone)
        return Edited(replace(schedule, games=games), (GameCancelled(game=game),))

    return edit_schedule(keeping, call, target, edit)


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
