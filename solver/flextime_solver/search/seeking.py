"""Looking for a first board that breaks no hard rule: hard rules alone.

One cooling orders a board by the rules as they are; where it leaves a few broken,
mending follows, in which rules that stay broken grow heavier, and a ladder of boards at
several temperatures (`search.tempering`), by turns. Weights that learn while the whole
board is still moving freeze it too soon. That hard rules come first is the first stage
of Rosati, Petris, Di Gaspero and Schaerf (2022), doi 10.1007/s10951-022-00740-y.
"""

import numpy as np

from flextime_solver.model.compiled import CompiledLeague
from flextime_solver.model.schedules import Placed
from flextime_solver.params import Rungs
from flextime_solver.search.rule_weights import RuleWeights
from flextime_solver.search.scale import size
from flextime_solver.search.tempering import Ladder
from flextime_solver.search.walk import Walk
from flextime_solver.search.weighed import WeighedSearch

_RUNGS = Rungs(begin=1.0, hottest=0.62, coldest=0.25, number=6)
"""In units of hard deviation, for a usual season. The fewer games, the warmer a board
by which none of them breaks a rule: temperatures of smaller leagues are higher."""
_WARM, _COLD = 0.45, 0.15
"""Temperatures where mending begins and ends, in the same unit."""
_HEAVIEST = 3.0
_LADDER_LENGTH = 4
"""How many times as long as mending the ladder is climbed before the next one."""


class Seeking:
    """A cooling, then mending and a ladder by turns; one object a search.

    Parameters
    ----------
    league, walk
        The walk that gets every better board, scored as the league has it.
    hard_rules
        The league as `model.hard_rules` leaves it.
    games
        Where it begins.
    """

    def __init__(
        self,
        league: CompiledLeague,
        hard_rules: CompiledLeague,
        walk: Walk,
        games: list[Placed],
    ) -> None:
        self._league = league
        self._hard_rules = hard_rules
        self._walk = walk
        self._random = np.random.default_rng(int(walk.random[0]))
        self._first_weights = RuleWeights(hard_rules)
        self._mended: WeighedSearch | None = None
        self._warmth = 1 / size(hard_rules)
        rungs = _RUNGS.times(self._warmth)
        self._ladder = Ladder(self._board_at, games, rungs, self._seed())
        self._cooled, self._turn = 0, 0

    @property
    def games(self) -> list[Placed]:
        """Where the coldest board stands."""
        return self._ladder.coldest.games

    def go_on_from(self, games: list[Placed]) -> None:
        """Begin all boards anew at these games; what is cooled or mended goes on."""
        self._ladder.go_on_from(games)
        if self._mended is not None:
            self._mended.go_on_from(games)

    def step(self, moves: int, done: float) -> None:
        """Make `moves` moves of the cooling, `done` so far, or of what follows it (1).

        The best board on the way is offered to the search.
        """
        if done < 1:
            self._ladder.cool(moves, done)
            self._cooled += moves
            return
        if self._turn < self._cooled:
            self._mend(moves)
        else:
            self._ladder.climb(moves)
        self._turn += moves
        if self._turn >= (1 + _LADDER_LENGTH) * self._cooled:
            self._turn = 0

    def _mend(self, moves: int) -> None:
        """As long as the cooling was, from the coldest board and by first weights."""
        if self._mended is None:
            weights = RuleWeights(self._hard_rules, _HEAVIEST)
            self._mended = self._search(self.games, weights)
        elif self._turn == 0:
            self._mended.go_on_from(self.games)
            self._mended.forget()
        temperature = _WARM * (_COLD / _WARM) ** (self._turn / self._cooled)
        self._mended.step(moves, self._warmth * temperature, price=1.0, learns=True)

    def _board_at(self, games: list[Placed]) -> WeighedSearch:
        return self._search(games, self._first_weights)

    def _search(self, games: list[Placed], weights: RuleWeights) -> WeighedSearch:
        return WeighedSearch(self._league, self._walk, games, weights, self._seed())

    def _seed(self) -> int:
        return int(self._random.integers(2**62))
