"""A search whose hard rules grow heavier while they stay broken."""

from flextime_solver.annealing.constraint_weights import UNIT, RuleWeights
from flextime_solver.annealing.search_space import AnySolution, Searched
from flextime_solver.annealing.simulated_annealing import consider
from flextime_solver.instance.compiled_league import CompiledLeague
from flextime_solver.moves.search_state import SearchState, new_search_state
from flextime_solver.solution.conversion import PlacedGame, solution_of
from flextime_solver.special.round_robin.round_robin_search_space import (
    RoundRobinSearchSpace,
)


class WeighedSearch:
    """Anneals a solution of its own by weights that learn; offers its best to a state.

    Parameters
    ----------
    league, state
        The state that gets every better solution, scored as the league has it.
    games
        Where it begins.
    weights
        Of the league that moves are judged by: the same one, or one of fewer rules.
        Searches that do not change them may share them.
    seed
        Of random numbers of its own.
    """

    def __init__(
        self,
        league: CompiledLeague,
        state: SearchState,
        games: list[PlacedGame],
        weights: RuleWeights,
        seed: int,
    ) -> None:
        self._league = league
        self._state = state
        self._weights = weights
        self._own_state = new_search_state(seed, state.weights)
        self._stress = 1.0
        self.go_on_from(games)

    @property
    def games(self) -> list[PlacedGame]:
        return self._searched.games

    def go_on_from(self, games: list[PlacedGame]) -> None:
        self._searched = _searched(self._weights.league, games, self._own_state)

    def forget(self) -> None:
        """All rules weigh what they did at first; the solution stays."""
        games = self.games
        self._weights.forget()
        self.go_on_from(games)

    def score(self) -> tuple[float, float]:
        """Hard deviations by the weights as they are, in first units; soft points."""
        hard, soft = self._searched.total
        return (
            hard / UNIT,
            soft - self._searched.aggregate_soft_cost() + self.aggregate_soft_cost,
        )

    @property
    def aggregate_soft_cost(self) -> float:
        """Points of soft rules that add up all teams, as on all breaks."""
        return self._searched.aggregate_soft_cost() / self._stress

    def stress_sums(self, times: float) -> None:
        """Have these weigh so many times more than they cost."""
        if times != self._stress:
            self._stress = times
            games = self.games
            self._weights.stress_sums(times)
            # Soft rules weigh otherwise now, so the best so far is none any more.
            self._own_state.has_best = 0
            self.go_on_from(games)

    def step(
        self, moves: int, temperature: float, price: float, *, learns: bool = False
    ) -> int:
        """Make `moves` moves, then look which rules are broken, if the search learns.

        How many of the solutions after them broke no hard rule.

        Temperature and the price of a hard deviation are in the unit that soft rules
        are scored in, milli-points, or in any other where these do not count.
        """
        own = self._own_state
        own.temperature = temperature
        own.hard_weight = price / UNIT
        feasible = self._searched.make_moves(own, moves)
        self._state.evaluated = own.evaluated
        best = self._searched.new_best()
        if best is not None:
            consider(self._league, solution_of(self._league, best), self._state)
        if learns and self._weights.learn(self._searched.deviations()):
            self._searched.weigh_anew()
        return feasible


def _searched(
    league: CompiledLeague, games: list[PlacedGame], state: SearchState
) -> Searched:
    """The fastest search that the league allows."""
    full = RoundRobinSearchSpace.of(league, games)
    return AnySolution(league, games, state) if full is None else full
