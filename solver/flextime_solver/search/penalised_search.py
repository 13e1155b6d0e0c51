"""An anneal whose weights of hard constraints may change on the way."""

from flextime_solver.annealing.constraint_weights import UNIT, ConstraintWeights
from flextime_solver.annealing.search_space import GeneralSearchSpace, SearchSpace
from flextime_solver.annealing.simulated_annealing import update_best
from flextime_solver.instance.compiled_league import CompiledLeague
from flextime_solver.moves.search_state import SearchState, new_search_state
from flextime_solver.solution.conversion import PlacedGame, solution_of
from flextime_solver.special.round_robin.round_robin_search_space import (
    RoundRobinSearchSpace,
)


class PenalisedSearch:
    """Anneals a solution of its own by changing weights.

    Parameters
    ----------
    league
        The league by which the incumbent is scored.
    state
        State that records every better solution; its operator frequencies are used.
    games
        Games at which the search begins.
    weights
        Weights by which moves are accepted: those of the same league, or of one with
        fewer constraints. Searches that do not change them may share them.
    seed
        Seed of the search's own random numbers.
    """

    def __init__(
        self,
        league: CompiledLeague,
        state: SearchState,
        games: list[PlacedGame],
        weights: ConstraintWeights,
        seed: int,
    ) -> None:
        self._league = league
        self._state = state
        self._weights = weights
        self._own_state = new_search_state(seed, state.weights)
        self._aggregate_factor = 1.0
        self.restart_from(games)

    @property
    def games(self) -> list[PlacedGame]:
        """Games of the present solution."""
        return self._space.games

    def restart_from(self, games: list[PlacedGame]) -> None:
        """Replace the present solution by these games."""
        self._space = _search_space(self._weights.league, games, self._own_state)

    def reset_weights(self) -> None:
        """Restore the initial weights of hard constraints; the solution stays."""
        games = self.games
        self._weights.reset()
        self.restart_from(games)

    def score(self) -> tuple[float, float]:
        """Return hard deviations by the present weights, and soft cost in points.

        A hard deviation counts 1 while its constraint has its initial weight; aggregate
        soft constraints count by their own weight.
        """
        hard, soft = self._space.total
        return (
            hard / UNIT,
            soft - self._space.aggregate_soft_cost() + self.aggregate_soft_cost,
        )

    @property
    def aggregate_soft_cost(self) -> float:
        """Cost of aggregate soft constraints by their own weight, in points."""
        return self._space.aggregate_soft_cost() / self._aggregate_factor

    def reweight_aggregates(self, factor: float) -> None:
        """Multiply the weights of aggregate soft constraints by a factor."""
        if factor != self._aggregate_factor:
            self._aggregate_factor = factor
            games = self.games
            self._weights.reweight_aggregates(factor)
            # The best solution so far was scored by other soft weights.
            self._own_state.has_best = 0
            self.restart_from(games)

    def step(
        self,
        moves: int,
        temperature: float,
        penalty_weight: float,
        *,
        adapts_weights: bool = False,
    ) -> int:
        """Make `moves` moves and record a better solution.

        Parameters
        ----------
        temperature, penalty_weight
            In milli-points, the unit in which soft constraints are scored; in any
            common unit if there are none.
        adapts_weights
            Whether weights of constraints that are violated afterwards may grow.

        Returns
        -------
        Number of moves after which the solution was feasible.
        """
        own = self._own_state
        own.temperature = temperature
        own.hard_weight = penalty_weight / UNIT
        feasible = self._space.make_moves(own, moves)
        self._state.evaluated = own.evaluated
        best = self._space.new_best()
        if best is not None:
            # Scored anew: the league's weights are not those of this search.
            update_best(self._league, solution_of(self._league, best), self._state)
        if adapts_weights and self._weights.update(self._space.deviations()):
            self._space.rescore()
        return feasible


def _search_space(
    league: CompiledLeague, games: list[PlacedGame], state: SearchState
) -> SearchSpace:
    """Return the fastest search space that the league and these games allow."""
    round_robin = RoundRobinSearchSpace.of(league, games)
    if round_robin is not None:
        return round_robin
    return GeneralSearchSpace(league, games, state)
