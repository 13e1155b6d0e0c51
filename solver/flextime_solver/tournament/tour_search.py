"""The search of a travelling tournament: beams and a ladder of tours, by turns.

Beams soon find seasons of many teams that moves come to only after hours; a ladder
comes to better ones of few teams, and needs no table of all trips.
"""

from flextime_solver.model.compiled import CompiledLeague
from flextime_solver.model.schedules import Placed
from flextime_solver.params import BeamParams, TourParams
from flextime_solver.search.walk import Walk
from flextime_solver.tournament.beams import Beams, suits_beams
from flextime_solver.tournament.recognise import tour_of
from flextime_solver.tournament.tour_ladder import TourLadder

_LEAD = 3
"""How many times as many moves the one makes that has found the best."""


class TourSearch:
    """Both, and more of the one that leads.

    Parameters
    ----------
    league, walk
        A travelling tournament, and the walk that gets every better schedule of it.
    games
        Where the ladder begins.
    scale
        A mean journey, in milli-points.
    """

    def __init__(
        self,
        league: CompiledLeague,
        walk: Walk,
        games: list[Placed],
        scale: float,
        tours: TourParams,
        beams: BeamParams,
    ) -> None:
        self._walk = walk
        self._ladder = TourLadder(league, walk, games, scale, tours)
        self._beams: Beams | None = None
        tour = tour_of(league, games)
        if suits_beams(tour):
            self._beams = Beams(league, walk, tour, scale, beams)
        self._leader: Beams | TourLadder | None = None

    def step(self, done: float) -> None:
        """Some moves of a search that is `done` so far (0 to 1)."""
        best = tuple(self._walk.best_total)
        if self._beams is not None and self._is_turn_of(self._beams):
            self._beams.step()
            moved: Beams | TourLadder = self._beams
        else:
            self._ladder.step(done)
            moved = self._ladder
        if tuple(self._walk.best_total) != best:
            self._leader = moved

    def _is_turn_of(self, beams: Beams) -> bool:
        built, climbed = beams.moves, self._ladder.moves
        if self._leader is beams:
            return built <= _LEAD * climbed
        if self._leader is self._ladder:
            return _LEAD * built <= climbed
        return built <= climbed
