"""Stops: the homes of the teams, and other venues of locked games."""

from dataclasses import dataclass

import numpy as np

from flextime.domain.ids import VenueId
from flextime.domain.leagues.league import League
from flextime_solver.instance.compiled_league import Ints
from flextime_solver.instance.locks import Locks


@dataclass(frozen=True)
class Stops:
    """Stops of a league: one per team, then one per venue that a locked game names.

    Attributes
    ----------
    named
        Venues of the stops that follow those of the teams.
    special
        Stop of the locked game of (team, round) at a named venue, or -1.
    """

    named: tuple[VenueId, ...]
    special: Ints

    @classmethod
    def of(cls, league: League, locks: Locks) -> "Stops":
        """Return the stops of a league whose start has these locks."""
        games = [
            locked for locked in locks.slot_locked_games if locked[0].venue is not None
        ]
        named = sorted({game.venue for game, *_ in games if game.venue is not None})
        special = np.full(locks.slot_locked.shape, -1, dtype=np.int64)
        for game, home, away, round_, _ in games:
            if game.venue is not None:
                stop = len(league.teams) + named.index(game.venue)
                special[home, round_] = special[away, round_] = stop
        return cls(tuple(named), special)

    def venues(self, league: League) -> list[VenueId]:
        """Return the venue of each stop."""
        return [*(team.home_venue for team in league.teams), *self.named]

    def distances_m(self, league: League) -> Ints:
        """Return the metres between all stops, a square matrix."""
        venues = self.venues(league)
        teams = league.teams
        table = np.zeros((len(venues), len(venues)), dtype=np.int64)
        for row, start in enumerate(venues):
            for column, end in enumerate(venues):
                table[row, column] = (
                    league.home_distance_m(teams[row].id, teams[column].id)
                    if max(row, column) < len(teams)
                    else league.venue_distance_m(start, end)
                )
        return table

    def travels(self, league: League) -> Ints:
        """Return 1 for each (team, stop) that is away from the team's home venue."""
        return np.array(
            [
                [int(venue != team.home_venue) for venue in self.venues(league)]
                for team in league.teams
            ],
            dtype=np.int64,
        )
