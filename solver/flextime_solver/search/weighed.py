"""A search whose hard rules grow heavier while they stay broken."""

from flextime_solver.model.compiled import HARD, LOCK, SOFT, CompiledLeague
from flextime_solver.model.schedules import Placed, board_of, games_in, games_on
from flextime_solver.score.board import Board
from flextime_solver.search.anneal import anneal, consider
from flextime_solver.search.rule_weights import UNIT, RuleWeights
from flextime_solver.search.walk import Walk, new_walk


class WeighedSearch:
    """Anneals a board of its own by weights that learn; offers its best to a walk.

    Parameters
    ----------
    league, walk
        What is searched, and the walk that gets every better board, scored by the
        league's own weights.
    games
        Where it begins.
    soft_share
        How much of soft rules and travel counts, 0 to 1.
    heaviest
        How many times its first weight a rule may grow to.
    """

    def __init__(
        self,
        league: CompiledLeague,
        walk: Walk,
        games: list[Placed],
        *,
        soft_share: float,
        heaviest: float,
    ) -> None:
        self._league = league
        self._walk = walk
        self._weights = RuleWeights(league, heaviest)
        self._own_walk = new_walk(int(walk.random[0]), walk.weights)
        self._own_walk.soft_share = soft_share
        self._own_walk.journey = walk.journey
        self._seen: tuple[int, ...] = ()
        self._board: Board = board_of(self._weights.league, games)

    @property
    def games(self) -> list[Placed]:
        return games_on(self._weights.league, self._board)

    def go_on_from(self, games: list[Placed]) -> None:
        self._board = board_of(self._weights.league, games)

    def score(self) -> tuple[float, int]:
        """Hard deviations by the weights as they are, in first units; soft points."""
        total = self._board.total
        return (total[HARD] + total[LOCK]) / UNIT, int(total[SOFT])

    def step(
        self, moves: int, temperature: float, price: float, *, learns: bool
    ) -> int:
        """Make `moves` moves, then look which rules are broken, if the search learns.

        How many of the boards after them broke no hard rule.

        Temperature and the price of a hard deviation are in the unit that soft rules
        are scored in, milli-points, or in any other where these do not count.
        """
        own = self._own_walk
        own.temperature = temperature
        own.hard_weight = price / UNIT
        feasible = anneal(self._weights.league, self._board, own, moves)
        self._walk.evaluated = own.evaluated
        self._offer_best()
        if learns and self._weights.learn(self._board):
            self._board = board_of(self._weights.league, self.games)
            if own.best_total[HARD] + own.best_total[LOCK] > 0:
                # Scored by weights that hold no more.
                own.has_best = 0
        return feasible

    def _offer_best(self) -> None:
        own = self._own_walk
        total = tuple(int(part) for part in own.best_total)
        if own.has_best and total != self._seen:
            self._seen = total
            best = games_in(self._weights.league, *own.best)
            consider(self._league, board_of(self._league, best), self._walk)
