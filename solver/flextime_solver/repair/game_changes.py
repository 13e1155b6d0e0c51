"""A repair as changes of games: which games move, and how much that disturbs."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from flextime.domain.ids import TeamId
from flextime.domain.leagues.league import League
from flextime.domain.schedules.checker import check
from flextime.domain.schedules.games import Game, GameStatus, Schedule
from flextime_solver.mip.placements import Placement
from flextime_solver.repair.disrupted_season import DisruptedSeason, placement_of

type _PairGames = dict[frozenset[TeamId], list[Game]]


@dataclass(frozen=True, slots=True)
class GameChange:
    """A game before and after a repair."""

    before: Game
    after: Game


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """A repaired schedule, verified by the checker.

    Attributes
    ----------
    schedule
        Schedule after the repair.
    moves
        Changes of the games that have another slot or venue.
    teams
        Teams of these games.
    notice_days
        Days from today to the first change, except for the old dates of affected games.
    added_km
        Travel of all teams compared with the published schedule, in kilometres.
    proven_least
        Whether it is proven that no repair moves fewer games.
    """

    schedule: Schedule
    moves: tuple[GameChange, ...]
    teams: tuple[TeamId, ...]
    notice_days: int
    added_km: float
    proven_least: bool

    @property
    def moved_games(self) -> tuple[Game, ...]:
        """The moved games after the repair."""
        return tuple(move.after for move in self.moves)

    @property
    def rank(self) -> tuple[int, int, int, float]:
        """Sort key, least first: games moved, teams, short notice, added travel."""
        return len(self.moves), len(self.teams), -self.notice_days, self.added_km


def repair_from_placements(
    season: DisruptedSeason, selected: Iterable[Placement]
) -> Repair:
    """Return the repair that plays the selected placements, not yet proven least."""
    league, before = season.league, season.schedule
    after, moves = _assign_games(league, before, selected)
    teams = {team for move in moves for team in (move.after.home, move.after.away)}
    changed = [
        *(move.after for move in moves),
        *(move.before for move in moves if move.before not in season.affected_games),
    ]
    days = [league.slot_by_id[game.slot].date for game in changed if game.slot]
    added_m = check(league, after).score.travel_m - check(league, before).score.travel_m
    return Repair(
        schedule=after,
        moves=tuple(moves),
        teams=tuple(sorted(teams)),
        notice_days=min((day - season.today).days for day in days) if days else 0,
        added_km=added_m / 1000,
        proven_least=False,
    )


def _assign_games(
    league: League, before: Schedule, selected: Iterable[Placement]
) -> tuple[Schedule, list[GameChange]]:
    """Assign the published games to the selected placements.

    Games keep their ids. The moved games of a pair take its new placements in order of
    time, those with the same host first.
    """
    free = set(selected)
    kept: list[Game] = []
    to_move: _PairGames = defaultdict(list)
    for game in before.games:
        place = placement_of(game)
        if game.status is GameStatus.CANCELLED:
            kept.append(game)
        elif place in free:
            free.remove(place)
            kept.append(game)
        else:
            to_move[frozenset((game.home, game.away))].append(game)
    moves = []
    position = league.slot_position
    for place in sorted(free, key=lambda place: (position[place.slot], place)):
        waiting = to_move[frozenset((place.home, place.away))]
        same_host = [game for game in waiting if game.home == place.home]
        game = (same_host or waiting)[0]
        waiting.remove(game)
        moves.append(GameChange(game, _moved(game, place)))
    games = (*kept, *(move.after for move in moves))
    return replace(before, games=games), moves


def _moved(game: Game, place: Placement) -> Game:
    venue = game.venue if game.home == place.home else None
    return replace(
        game,
        home=place.home,
        away=place.away,
        slot=place.slot,
        venue=venue,
        status=GameStatus.SCHEDULED,
    )
