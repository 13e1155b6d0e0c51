"""Large neighbourhoods one after the other, sized so that each takes seconds.

A neighbourhood that is solved to the end quickly grows, one that runs out of time
shrinks. What it finds is an offer only: dates are chosen, the scorer decides.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from time import monotonic

from flextime_solver.instance.compiled_league import CompiledLeague
from flextime_solver.instance.round_constraints import Cell
from flextime_solver.lns.date_model import best_dates
from flextime_solver.lns.live_model import LiveSeason
from flextime_solver.lns.neighbourhood import Neighbourhood
from flextime_solver.lns.pairings import Pairings
from flextime_solver.lns.rounds import Rounds
from flextime_solver.lns.season_model import SeasonModel
from flextime_solver.lns.teams import Teams
from flextime_solver.lns.venues import Venues
from flextime_solver.search.local_search import Annealing
from flextime_solver.solution.conversion import PlacedGame

LARGE: tuple[Neighbourhood, ...] = (Rounds(), Teams(), Pairings(), Venues())
_NODES = 300
_MAX_S = 4.0
_SHORT_S = 1.0


@dataclass
class _Steered:
    neighbourhood: Neighbourhood
    size: int


class Descent:
    """Walks down from a search's best through large neighbourhoods.

    Parameters
    ----------
    seed
        Decides which neighbourhoods are tried. Sizes follow the time they take, but
        only where time counts (`timed`): else they follow nothing.
    """

    def __init__(
        self,
        league: CompiledLeague,
        seed: int,
        *,
        timed: bool,
        neighbourhoods: Sequence[Neighbourhood] = LARGE,
    ) -> None:
        self._league = league
        self._live = LiveSeason(SeasonModel(league))
        self._random = Random(seed)  # noqa: S311 - a search's dice, no secret
        self._timed = timed
        self._steered = [_Steered(n, n.smallest) for n in neighbourhoods]

    def step(self, search: Annealing, remaining_s: float) -> bool:
        """One neighbourhood; whether the search's best became better."""
        steered = self._random.choice(self._steered)
        games = search.best_games
        incumbent = {self._cell(game) for game in games}
        freed = steered.neighbourhood.free(
            self._league, incumbent, steered.size, self._random
        )
        begun = monotonic()
        limit_s = min(_MAX_S, remaining_s) if self._timed else float("inf")
        found, proven = self._live.improve(incumbent, freed, limit_s, _NODES)
        if self._timed:
            self._steer(steered, proven=proven, took_s=monotonic() - begun)
        if found is None:
            return False
        before = search.best_rank
        search.offer(self._dated(found, games, remaining_s))
        return search.best_rank < before

    def _steer(self, steered: _Steered, *, proven: bool, took_s: float) -> None:
        if proven and took_s < _SHORT_S:
            steered.size += 1
        elif not proven:
            steered.size = max(steered.neighbourhood.smallest, steered.size - 1)

    def _dated(
        self, found: set[Cell], games: list[PlacedGame], remaining_s: float
    ) -> list[PlacedGame]:
        """The games found, those that were there before in their old slots first."""
        slots = {self._cell(game): game[2] for game in games}
        placed = [
            (cell[0], cell[1], slots.get(cell, int(self._league.round_slots[cell[2]])))
            for cell in sorted(found)
        ]
        return best_dates(self._league, placed, remaining_s)

    def _cell(self, game: PlacedGame) -> Cell:
        home, away, slot = game
        return home, away, int(self._league.slot_round[slot])


def applies(search: Annealing) -> bool:
    """Whether the season model holds: feasible, and a game for all in every round."""
    league = search.league
    full = league.rounds == league.games_per_team and league.teams % 2 == 0
    return full and search.feasible
