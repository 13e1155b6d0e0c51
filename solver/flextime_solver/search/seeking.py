"""Looking for a first board that breaks no hard rule: hard rules alone.

The first stage of Rosati, Petris, Di Gaspero and Schaerf (2022),
doi 10.1007/s10951-022-00740-y, with weights of rules that learn.
"""

from flextime_solver.model.compiled import HARD, LOCK, CompiledLeague
from flextime_solver.model.schedules import Placed
from flextime_solver.search.walk import Walk
from flextime_solver.search.weighed import WeighedSearch

_HOTTEST, _REHEATED, _COLDEST = 1.5, 0.45, 0.15
"""Temperatures in units of hard deviation."""
_LEARNING = 0.5
"""Hotter boards break most rules now and then, which says nothing about the rules."""
_HEAVIEST = 3.0
_NEAR_SHARE = 0.2
"""Deviations for each team that a warm try can mend; with more, or after a warm one, a
try begins hot."""


class Seeking:
    """Cools boards whose soft rules and travel cost nothing; one object a search."""

    def __init__(self, league: CompiledLeague, walk: Walk, games: list[Placed]) -> None:
        self._walk = walk
        self._league = league
        self._search = WeighedSearch(
            league, walk, games, soft_share=0.0, heaviest=_HEAVIEST
        )
        self._hottest = _REHEATED if is_near(self._league, self._walk) else _HOTTEST
        self._done = 0.0

    @property
    def games(self) -> list[Placed]:
        """Where the search stands."""
        return self._search.games

    @property
    def hottest(self) -> float:
        """Where the present try began, in units of hard deviation."""
        return self._hottest

    def go_on_from(self, games: list[Placed]) -> None:
        self._search.go_on_from(games)

    def step(self, moves: int, done: float) -> None:
        """Make `moves` moves at the temperature of a try `done` so far.

        The best board on the way is offered to the search.
        """
        if done < self._done:
            was_hot = self._hottest == _HOTTEST
            self._hottest = (
                _REHEATED if was_hot and is_near(self._league, self._walk) else _HOTTEST
            )
        self._done = done
        temperature = self._hottest * (_COLDEST / self._hottest) ** min(1.0, done)
        self._search.step(moves, temperature, price=1.0, learns=temperature < _LEARNING)


def is_near(league: CompiledLeague, walk: Walk) -> bool:
    """Whether a warm try can mend the hard deviations of the best board so far."""
    deviations = walk.best_total[HARD] + walk.best_total[LOCK]
    return bool(deviations <= _NEAR_SHARE * league.teams)
