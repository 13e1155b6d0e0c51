"""The search of a travelling tournament: beams and a ladder of tours, by turns.

Beams soon find seasons of many teams that moves come to only after hours; a ladder
comes to better ones of few teams, and needs no table of all trips.
"""

from flextime_solver.instance.compiled_league import CompiledLeague
from flextime_solver.moves.search_state import SearchState
from flextime_solver.solution.conversion import PlacedGame
from flextime_solver.special.ttp.beams import Beams, suits_beams
from flextime_solver.special.ttp.params import BeamSearchParams, TtpAnnealingParams
from flextime_solver.special.ttp.recognise import tour_of
from flextime_solver.special.ttp.tour_ladder import TourLadder


class TourSearch:
    """Both with as many moves, or the ladder alone where beams do not suit.

    Parameters
    ----------
    league, state
        A travelling tournament, and the state that gets every better schedule of it.
    games
        Where the ladder begins.
    scale
        A mean journey, in milli-points.
    """

    def __init__(
        self,
        league: CompiledLeague,
        state: SearchState,
        games: list[PlacedGame],
        scale: float,
        tours: TtpAnnealingParams,
        beams: BeamSearchParams,
    ) -> None:
        self._ladder = TourLadder(league, state, games, scale, tours)
        tour = tour_of(league, games)
        self._beams: Beams | None = None
        if suits_beams(tour, beams):
            self._beams = Beams(league, state, tour, scale, beams)

    def step(self, done: float) -> None:
        """Some moves of a search that is `done` so far (0 to 1)."""
        if self._beams is not None and self._beams.moves <= self._ladder.moves:
            self._beams.step()
        else:
            self._ladder.step(done)
