"""Looking for a first solution that breaks no hard rule: hard rules alone.

One cooling orders a solution by the rules as they are; where it leaves a few broken,
mending follows, in which rules that stay broken grow heavier, and a ladder of solutions at
several temperatures (`search.tempering`), by turns. Weights that learn while the whole
solution is still moving freeze it too soon. That hard rules come first is the first stage
of Rosati, Petris, Di Gaspero and Schaerf (2022), doi 10.1007/s10951-022-00740-y.
"""

import numpy as np

from flextime_solver.annealing.constraint_weights import RuleWeights
from flextime_solver.annealing.parallel_tempering import Ladder
from flextime_solver.annealing.params import ReplicaTemperatures
from flextime_solver.instance.compiled_league import CompiledLeague
from flextime_solver.instance.scale import relative_size
from flextime_solver.moves.search_state import SearchState
from flextime_solver.search.penalised_search import WeighedSearch
from flextime_solver.solution.conversion import PlacedGame

_RUNGS = ReplicaTemperatures(
    begin=1.0, initial_temperature=0.62, final_temperature=0.25, number=6
)
"""In units of hard deviation, for a usual season. The fewer games, the warmer a solution
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
    league, state
        The state that gets every better solution, scored as the league has it.
    hard_rules
        The league as `model.hard_rules` leaves it.
    games
        Where it begins.
    """

    def __init__(
        self,
        league: CompiledLeague,
        hard_rules: CompiledLeague,
        state: SearchState,
        games: list[PlacedGame],
    ) -> None:
        self._league = league
        self._hard_rules = hard_rules
        self._state = state
        self._random = np.random.default_rng(int(state.random[0]))
        self._first_weights = RuleWeights(hard_rules)
        self._mended: WeighedSearch | None = None
        self._warmth = 1 / relative_size(hard_rules)
        replicas = _RUNGS.times(self._warmth)
        self._ladder = Ladder(self._solution_at, games, replicas, self._seed())
        self._cooled, self._turn = 0, 0

    @property
    def games(self) -> list[PlacedGame]:
        """Where the coldest solution stands."""
        return self._ladder.final_temperature.games

    def go_on_from(self, games: list[PlacedGame]) -> None:
        """Begin all solutions anew at these games; what is cooled or mended goes on."""
        self._ladder.go_on_from(games)
        if self._mended is not None:
            self._mended.go_on_from(games)

    def step(self, moves: int, done: float) -> None:
        """Make `moves` moves of the cooling, `done` so far, or of what follows it (1).

        The best solution on the way is offered to the search.
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
        """As long as the cooling was, from the coldest solution and by first weights."""
        if self._mended is None:
            weights = RuleWeights(self._hard_rules, _HEAVIEST)
            self._mended = self._search(self.games, weights)
        elif self._turn == 0:
            self._mended.go_on_from(self.games)
            self._mended.forget()
        temperature = _WARM * (_COLD / _WARM) ** (self._turn / self._cooled)
        self._mended.step(moves, self._warmth * temperature, price=1.0, learns=True)

    def _solution_at(self, games: list[PlacedGame]) -> WeighedSearch:
        return self._search(games, self._first_weights)

    def _search(self, games: list[PlacedGame], weights: RuleWeights) -> WeighedSearch:
        return WeighedSearch(self._league, self._state, games, weights, self._seed())

    def _seed(self) -> int:
        return int(self._random.integers(2**62))
