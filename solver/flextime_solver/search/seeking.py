"""Looking for a first board that breaks no hard rule: hard rules alone.

The first stage of Rosati, Petris, Di Gaspero and Schaerf (2022),
doi 10.1007/s10951-022-00740-y, with weights of rules that learn.
"""

from flextime_solver.model.compiled import HARD, LOCK, CompiledLeague
from flextime_solver.model.schedules import board_of, games_in, games_on
from flextime_solver.score.board import Board
from flextime_solver.search.anneal import anneal, consider
from flextime_solver.search.rule_weights import UNIT, RuleWeights
from flextime_solver.search.walk import Walk, new_walk

_HOTTEST, _REHEATED, _COLDEST = 1.5, 0.45, 0.15
"""Temperatures in units of hard deviation."""
_LEARNING = 0.5
"""Hotter boards break most rules now and then, which says nothing about the rules."""
_NEAR = 4
"""Deviations that a warm try can mend; of more the next try begins hot again."""


class Seeking:
    """Cools boards whose soft rules and travel cost nothing; one object a search."""

    def __init__(self, league: CompiledLeague, walk: Walk) -> None:
        self._league = league
        self._walk = walk
        self._weights = RuleWeights(league)
        self._own_walk = new_walk(int(walk.random[0]), walk.weights)
        self._own_walk.soft_share = 0.0
        self._own_walk.hard_weight = 1 / UNIT
        self._hottest = _HOTTEST
        self._done = 0.0

    def step(self, board: Board, moves: int, done: float) -> Board:
        """The board after `moves` moves at the temperature of a try `done` so far.

        The best board on the way is offered to the search.
        """
        if done < self._done:
            near = _deviations(self._walk) <= _NEAR
            self._hottest = _REHEATED if near else _HOTTEST
        self._done = done
        walk, weighed = self._own_walk, self._weights.league
        walk.temperature = self._hottest * (_COLDEST / self._hottest) ** min(1.0, done)
        walk.has_best = 0
        board = board_of(weighed, games_on(weighed, board))
        anneal(weighed, board, walk, moves)
        if walk.temperature < _LEARNING:
            self._weights.learn(board)
        self._walk.evaluated = walk.evaluated
        if walk.has_best:
            best = games_in(weighed, *walk.best)
            consider(self._league, board_of(self._league, best), self._walk)
        return board_of(self._league, games_on(weighed, board))


def _deviations(walk: Walk) -> int:
    """Hard deviations of the best board so far."""
    return int(walk.best_total[HARD] + walk.best_total[LOCK])
