"""Looking for a first board that breaks no hard rule: hard rules alone.

One cooling orders a board by the rules as they are; where it leaves a few broken,
mending follows, in which rules that stay broken grow heavier, and then a ladder of
boards (`search.tempering`), by turns. Weights that learn while the whole board is still
moving freeze it too soon. That hard rules come first is the first stage of Rosati,
Petris, Di Gaspero and Schaerf (2022), doi 10.1007/s10951-022-00740-y.
"""

import numpy as np

from flextime_solver.model.compiled import CompiledLeague
from flextime_solver.model.schedules import Placed
from flextime_solver.search.tempering import TEMPERATURES, Ladder
from flextime_solver.search.walk import Walk
from flextime_solver.search.weighed import WeighedSearch

_HOT, _WARM, _COLD = 1.0, 0.45, 0.15
"""Temperatures where the cooling and mending begin, and where mending ends, in units of
hard deviation."""
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
        self._boards = [self._board(games)]
        self._mended = self._board(games, _HEAVIEST)
        self._ladder: Ladder | None = None
        self._cooled, self._turn = 0, 0

    @property
    def games(self) -> list[Placed]:
        """Where the coldest board stands."""
        boards = self._boards if self._ladder is None else self._ladder.boards
        return boards[-1].games

    def go_on_from(self, games: list[Placed]) -> None:
        """Begin all boards anew at these games; what is cooled or mended goes on."""
        self._boards = [self._board(games) for _ in self._boards]
        self._mended.go_on_from(games)
        self._ladder = None

    def step(self, moves: int, done: float) -> None:
        """Make `moves` moves of the cooling, `done` so far, or of what follows it (1).

        The best board on the way is offered to the search.
        """
        if done < 1:
            self._cool(moves, done)
            self._cooled += moves
            return
        if self._turn < self._cooled:
            self._mend(moves)
        else:
            self._climb(moves)
        self._turn += moves
        if self._turn >= (1 + _LADDER_LENGTH) * self._cooled:
            self._turn = 0

    def _cool(self, moves: int, done: float) -> None:
        """The last board; it leaves copies behind for the rungs that it passes."""
        coldest = TEMPERATURES[-1]
        temperature = _HOT * (coldest / _HOT) ** done
        while temperature < TEMPERATURES[len(self._boards) - 1]:
            self._leave_behind()
        self._boards[-1].step(moves, temperature, price=1.0)

    def _mend(self, moves: int) -> None:
        """As long as the first cooling, from the coldest board, by first weights."""
        if self._turn == 0:
            self._mended.go_on_from(self.games)
            self._mended.forget()
        temperature = _WARM * (_COLD / _WARM) ** (self._turn / self._cooled)
        self._mended.step(moves, temperature, price=1.0, learns=True)

    def _climb(self, moves: int) -> None:
        if self._ladder is None:
            while len(self._boards) < len(TEMPERATURES):
                self._leave_behind()
            self._ladder = Ladder(self._boards, self._seed())
        self._ladder.step(moves)

    def _leave_behind(self) -> None:
        self._boards.append(self._board(self._boards[-1].games))

    def _board(self, games: list[Placed], heaviest: float = 1.0) -> WeighedSearch:
        return WeighedSearch(
            self._league,
            self._walk,
            games,
            judge=self._hard_rules,
            seed=self._seed(),
            heaviest=heaviest,
        )

    def _seed(self) -> int:
        return int(self._random.integers(2**62))
