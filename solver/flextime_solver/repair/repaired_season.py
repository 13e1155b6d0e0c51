"""A repair: the schedule that results, and how much it disturbs."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from flextime.domain.ids import TeamId
from flextime.domain.leagues.league import League
from flextime.domain.schedules.checker import check
from flextime.domain.schedules.games import Game, GameStatus, Schedule
from flextime_solver.mip.placements import Placement
from flextime_solver.repair.disrupted_season import DisruptedSeason

type PairGames = dict[frozenset[TeamId], list[Game]]


@dataclass(frozen=True, slots=True)
class Move:
    """A game as it was announced, and as it now is."""

    before: Game
    after: Game


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """One way out, verified by the checker.

    Attributes
    ----------
    moves
        The games that are played at another time or place.
    notice_days
        From today to the first day on which anything is other than announced, but for
        the games that could not stay.
    added_km
        Travel of all teams, against the schedule before; less than 0 saves.
    proven_least
        Whether no repair moves fewer games.
    """

    schedule: Schedule
    moves: tuple[Move, ...]
    teams: tuple[TeamId, ...]
    notice_days: int
    added_km: float
    proven_least: bool

    @property
    def moved(self) -> tuple[Game, ...]:
        """The games that move, as they then are."""
        return tuple(move.after for move in self.moves)

    @property
    def disruption(self) -> tuple[int, int, int, float]:
        """Smaller is better: games moved, teams touched, short notice, travel."""
        return len(self.moved), len(self.teams), -self.notice_days, self.added_km


def describe(
    season: DisruptedSeason, chosen: Iterable[Placement], *, proven_least: bool
) -> Repair:
    """The repair that plays the chosen games, told apart from what was there."""
    league, before = season.league, season.schedule
    after, moves = _renamed(league, before, chosen)
    teams = {team for move in moves for team in (move.after.home, move.after.away)}
    surprises = [
        *(move.after for move in moves),
        *(move.before for move in moves if move.before not in season.troubled),
    ]
    days = [league.slot_by_id[game.slot].date for game in surprises if game.slot]
    added_m = check(league, after).score.travel_m - check(league, before).score.travel_m
    return Repair(
        schedule=after,
        moves=tuple(moves),
        teams=tuple(sorted(teams)),
        notice_days=min((day - season.today).days for day in days) if days else 0,
        added_km=added_m / 1000,
        proven_least=proven_least,
    )


def _renamed(
    league: League, before: Schedule, chosen: Iterable[Placement]
) -> tuple[Schedule, list[Move]]:
    """Games keep their ids; a pair's games that moved take its free places in order."""
    free = set(chosen)
    kept: list[Game] = []
    to_move: PairGames = defaultdict(list)
    for game in before.games:
        place = _place(game)
        if game.status is GameStatus.CANCELLED:
            kept.append(game)
        elif place in free:
            free.remove(place)
            kept.append(game)
        else:
            to_move[frozenset((game.home, game.away))].append(game)
    moves = []
    order = league.slot_position
    for place in sorted(free, key=lambda place: (order[place.slot], place)):
        waiting = to_move[frozenset((place.home, place.away))]
        same_host = [game for game in waiting if game.home == place.home]
        game = (same_host or waiting)[0]
        waiting.remove(game)
        moves.append(Move(game, _moved(game, place)))
    games = (*kept, *(move.after for move in moves))
    return replace(before, games=games), moves


def _place(game: Game) -> Placement | None:
    if game.slot is None or not game.takes_place:
        return None
    return Placement(game.home, game.away, game.slot)


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
