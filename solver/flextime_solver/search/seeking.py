"""Looking for a first board that breaks no hard rule: hard rules alone.

The first stage of Rosati, Petris, Di Gaspero and Schaerf (2022),
doi 10.1007/s10951-022-00740-y, in tries that take turns: a hot one orders the board by
the rules as they are, a warm one mends it, with weights of rules that learn. Weights
that learn while the whole board is still moving freeze it too soon.
"""

from flextime_solver.model.compiled import HARD, LOCK, CompiledLeague
from flextime_solver.model.schedules import Placed
from flextime_solver.search.walk import Walk
from flextime_solver.search.weighed import WeighedSearch

_HOT, _WARM = (1.0, 0.25), (0.45, 0.15)
"""Temperatures at the beginning and end of a try, in units of hard deviation."""
_HEAVIEST = 3.0
_NEAR_SHARE = 0.6
"""Hard deviations for each team that a warm try can mend; where the best board has
more, the next try is hot again."""


class Seeking:
    """Cools boards that only hard rules judge; one object a search.

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
        self._walk = walk
        self._teams = int(league.teams)
        self._search = WeighedSearch(
            league, walk, games, judge=hard_rules, heaviest=_HEAVIEST
        )
        self._range = _WARM if self._is_near() else _HOT
        self._done = 0.0

    @property
    def games(self) -> list[Placed]:
        """Where the search stands."""
        return self._search.games

    @property
    def hottest(self) -> float:
        """Where the present try began, in units of hard deviation."""
        return self._range[0]

    def go_on_from(self, games: list[Placed]) -> None:
        self._search.go_on_from(games)

    def step(self, moves: int, done: float) -> None:
        """Make `moves` moves at the temperature of a try `done` so far.

        The best board on the way is offered to the search.
        """
        if done < self._done:
            self._begin_another()
        self._done = done
        hottest, coldest = self._range
        temperature = hottest * (coldest / hottest) ** min(1.0, done)
        learns = self._range is _WARM
        self._search.step(moves, temperature, price=1.0, learns=learns)

    def _begin_another(self) -> None:
        """A warm try after a hot one that came near; else a hot one, first weights."""
        if self._range is _HOT and self._is_near():
            self._range = _WARM
        else:
            self._range = _HOT
            self._search.forget()

    def _is_near(self) -> bool:
        deviations = self._walk.best_total[HARD] + self._walk.best_total[LOCK]
        return bool(deviations <= _NEAR_SHARE * self._teams)
