"""Cooling a league in which only rules cost anything, hard and soft ones together.

Hard deviations have a price of a few soft ones, so that both freeze together: far
dearer ones are frozen before soft rules begin to order a solution, and no way to a better
one leads through them any more. Rules that stay broken grow heavier
(`search.rule_weights`). Where the temperatures that matter lie, quick coolings
tell (`search.cost_profile`); where they leave many hard rules broken the price rises.

A slow cooling falls into one valley of solutions and does not leave it however slowly it
goes on; so a long budget is several of them, and what each leaves broken tells the next
one the price (strategic oscillation, as in `search.cooling`). Every other one is not
so hot: from the best solution it comes to valleys near by.
"""

from collections.abc import Callable

from flextime_solver.annealing.constraint_weights import RuleWeights
from flextime_solver.annealing.cost_profile import CostProfile
from flextime_solver.annealing.penalty_schedule import (
    DEARER,
    FIRM,
    MANY,
    SOME,
    Dearness,
)
from flextime_solver.annealing.stages import SlowRange, Stage
from flextime_solver.instance.compiled_league import HARD, SOFT, CompiledLeague
from flextime_solver.moves.search_state import SearchState
from flextime_solver.search.params import ConstraintAnnealingParams
from flextime_solver.search.penalised_search import WeighedSearch
from flextime_solver.solution.conversion import PlacedGame

_INITIAL_TEMPERATURE, _FINAL_TEMPERATURE = 4.0, 0.03
"""Temperatures of a quick cooling, in the league's scale; it begins at the price of a
hard deviation where that is more."""
_MORE_THAN_MANY = 1.0
"""Deviations for each team after which another quick cooling follows where slow ones
can raise the price too: a cheap solution is ordered better than a dear one."""
_ENOUGH_SLOW_ONES = 4
_HEAVIEST, _PATIENCE = 10.0, 10
"""Of rules in a slow cooling (`search.rule_weights`), which learn at each look at the
clock."""
_HOTTER = 2.0
"""Where hard deviations are too dear for most ways, others need more heat."""
_MAX_OF_SOFT, _STRESS, _STRESSED_PART = 0.5, 2.0, 0.75
"""Where soft rules that add up all teams, as on all breaks, are more than so much of
what a quick cooling leaves, they weigh so many times more in the first part of later
ones: their patterns freeze first, and the rest is ordered around them."""


class RuleCooling:
    """Quick coolings, slow ones, and one from the best solution; one object a search.

    Parameters
    ----------
    best_of_all
        Asked for the best games, its own or another worker's, where a cooling begins
        at them.
    """

    def __init__(
        self,
        league: CompiledLeague,
        state: SearchState,
        games: list[PlacedGame],
        scale: float,
        params: ConstraintAnnealingParams,
        best_of_all: Callable[[], list[PlacedGame]],
    ) -> None:
        self._params = params
        self._scale = scale
        self._teams = league.teams
        self._games = len(games)
        self._state = state
        self._best_of_all = best_of_all
        weights = RuleWeights(league, _HEAVIEST, _PATIENCE)
        seed = int(state.random[0])
        self._search = WeighedSearch(league, state, games, weights, seed)
        self._profile = CostProfile()
        self._dearness = Dearness()
        self._quick_ones = 0
        self._slow_ones = 0
        self._moves = 0
        self._stress = 1.0
        self._best_rank = self._rank()
        self._stage = quick = self._quick(0.0, params.price * scale)
        self._range = SlowRange(
            quick.initial_temperature, quick.final_temperature, quick.price
        )
        self._next = self._after_quick

    @property
    def price(self) -> float:
        """What a unit of hard deviation costs now, in milli-points."""
        return self._stage.price

    @property
    def initial_temperature(self) -> float:
        """The temperature that the present cooling began at, in milli-points."""
        return self._stage.initial_temperature

    def score(self) -> tuple[float, float]:
        """Hard deviations and soft points where the search stands."""
        return self._search.score()

    def step(self, moves: int, done: float) -> None:
        """Make `moves` moves of a cooling that is `done` so far (0 to 1)."""
        # However late it is, a stage tells the next one what solutions cost.
        if done >= self._stage.ended and self._profile.seen:
            self._search.forget()
            self._stage = self._next(done)
            self._profile = CostProfile()
            self._dearness = Dearness()
        stage = self._stage
        temperature = stage.temperature(done)
        price = stage.price * self._dearness.now
        stressed = stage.stressed and stage.gone(done) < _STRESSED_PART
        self._search.stress_sums(self._stress if stressed else 1.0)
        feasible = self._search.step(moves, temperature, price, learns=stage.slow)
        self._moves += int(self._state.evaluated)
        if stage.slow:
            self._dearness.rise(stage.gone(done), feasible=feasible > 0)
        self._profile.add(temperature, self._cost(stage.price))

    def _quick(self, begun: float, price: float) -> Stage:
        self._quick_ones += 1
        return Stage(
            begun,
            begun + self._params.probing_share,
            max(_INITIAL_TEMPERATURE * self._scale, price),
            _FINAL_TEMPERATURE * self._scale,
            price,
            slow=False,
        )

    def _after_quick(self, done: float) -> Stage:
        """Something slower, or another quick one with dearer hard deviations."""
        hard, soft = self._search.score()
        if self._search.aggregate_soft_cost > _MAX_OF_SOFT * soft:
            self._stress = _STRESS
        price = self._stage.price
        several = self._affordable(done) >= _ENOUGH_SLOW_ONES
        broken = hard > (_MORE_THAN_MANY if several else MANY) * self._teams
        if broken and self._quick_ones < self._params.max_probing_anneals:
            return self._quick(done, DEARER * price)
        self._next = self._after_brisk
        initial_temperature, final_temperature = self._profile.range(0.15, 0.35)
        if broken:
            # A slow cooling would end so too; the best solution was sought by hard rules
            # alone and may break none.
            self._search.go_on_from(self._best_of_all())
            price *= DEARER
            initial_temperature *= _HOTTER
        end = done + self._params.calibration_share
        return Stage(
            done,
            end,
            initial_temperature,
            final_temperature,
            price,
            slow=False,
            stressed=True,
        )

    def _after_brisk(self, done: float) -> Stage:
        self._next = self._after_slow
        self._range = SlowRange.after(self._stage, *self._profile.range(0.5, 0.6))
        self._best_rank = self._rank()
        self._slow_ones = self._affordable(done)
        return self._slow(done)

    def _affordable(self, done: float) -> int:
        """Slow coolings that what is left of the budget has moves for, at least one."""
        moves = self._moves * (1 - self._params.final_share - done) / done
        return max(1, round(moves / (self._params.main_moves_per_game * self._games)))

    def _slow(self, done: float) -> Stage:
        """One of as many slow coolings as are to come.

        After the brisk one a hot one; after each hot one a mild one, and more of them
        for as long as they find better solutions.
        """
        left = 1 - self._params.final_share - done
        end = done + left / self._slow_ones
        self._slow_ones -= 1
        better = self._found_better()
        mild = self._stage.slow and (better or not self._stage.mild)
        price = max(self._next_price(), self._range.cheapest(mild=mild))
        initial_temperature, final_temperature = self._range.at(price, mild=mild)
        return Stage(
            done,
            end,
            initial_temperature,
            final_temperature,
            price,
            stressed=True,
            mild=mild,
        )

    def _found_better(self) -> bool:
        """Whether the best solution, own or taken over, is better than when last asked."""
        before, self._best_rank = self._best_rank, self._rank()
        return self._best_rank < before

    def _rank(self) -> tuple[int, int]:
        hard, soft = self._state.best_total[[HARD, SOFT]]
        return int(hard), int(soft)

    def _next_price(self) -> float:
        hard, _ = self._search.score()
        stage = self._stage
        return stage.price * self._dearness.of_next(hard / self._teams, slow=stage.slow)

    def _after_slow(self, done: float) -> Stage:
        slow = self._stage
        if self._slow_ones:
            following = self._slow(done)
        else:
            price = FIRM * slow.price
            following = Stage(
                done, 1.0, slow.way_down(0.5), slow.final_temperature, price
            )
        self._go_on(following.price)
        return following

    def _go_on(self, price: float) -> None:
        """From the best solution of all workers, or from here if that costs less.

        A solution that breaks few hard rules may be nearer to a good one than the best
        that breaks none. One that breaks more lies in a valley where all others break
        some too, and is left.
        """
        here, cost = self._search.games, self._cost(price)
        hard, _ = self._search.score()
        self._search.go_on_from(self._best_of_all())
        if self._cost(price) > cost and hard <= SOME * self._teams:
            self._search.go_on_from(here)

    def _cost(self, price: float) -> float:
        """In milli-points, of where the search stands."""
        hard, soft = self._search.score()
        return price * hard + 1000.0 * soft
