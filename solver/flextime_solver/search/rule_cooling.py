"""Cooling a league in which only rules cost anything, hard and soft ones together.

Hard deviations have a price of a few soft ones, so that both freeze together: far
dearer ones are frozen before soft rules begin to order a board, and no way to a better
one leads through them any more. Rules that stay broken grow heavier
(`search.rule_weights`). Where the temperatures that matter lie, quick coolings
tell (`search.cost_profile`); where they leave many hard rules broken the price rises.

A slow cooling falls into one valley of boards and does not leave it however slowly it
goes on; so a long budget is several of them, and what each leaves broken tells the next
one the price (strategic oscillation, as in `search.cooling`). Every other one is not
so hot: from the best board it comes to valleys near by.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import exp, log, sqrt

from flextime_solver.model.compiled import HARD, SOFT, CompiledLeague
from flextime_solver.model.schedules import Placed
from flextime_solver.params import RuleParams
from flextime_solver.search.cost_profile import CostProfile
from flextime_solver.search.rule_weights import RuleWeights
from flextime_solver.search.walk import Walk
from flextime_solver.search.weighed import WeighedSearch

_HOTTEST, _COLDEST = 4.0, 0.03
"""Temperatures of a quick cooling, in the league's scale; it begins at the price of a
hard deviation where that is more."""
_DEARER = 2.0
"""How much the price of a hard deviation rises after a cooling that leaves many."""
_BROKEN_SHARE, _MORE_BROKEN_SHARE = 0.5, 1.0
"""Deviations for each team that are many; and where slow coolings are to come that can
raise the price, as a cheap board is ordered better than a dear one."""
_ENOUGH_SLOW_ONES = 4
_HEAVIEST, _PATIENCE = 10.0, 10
"""Of rules in a slow cooling (`search.rule_weights`), which learn at each look at the
clock."""
_HOTTER = 2.0
"""Where hard deviations are too dear for most ways, others need more heat."""
_FIRM = 4.0
"""How many times dearer hard deviations are in the end, from the best board on; and how
many times dearer they become where a slow cooling comes to no feasible board."""
_MOST_OF_SOFT, _STRESS, _STRESSED_PART = 0.5, 2.0, 0.75
"""Where soft rules that add up all teams, as on all breaks, are more than so much of
what a quick cooling leaves, they weigh so many times more in the first part of later
ones: their patterns freeze first, and the rest is ordered around them."""
_RISING = 0.4
"""Part of a slow cooling after which they do: hotter boards may break some rule."""
_SOME_SHARE = 0.15
"""Deviations for each team after which a slow cooling is dearer than the brisk one, and
does not go on from where the one before it ended."""
_DEARER_NEXT, _CHEAPER_NEXT = 1.4, 0.7
"""How the price changes after a cooling that leaves some, and a slow one that leaves a
hard rule broken, or none."""
_CHEAPEST = 0.5
"""Of the brisk cooling's price, for a slow one: cheaper ones come to no feasible board
before hard deviations have risen again."""


@dataclass(frozen=True, slots=True)
class _Stage:
    begun: float
    ended: float
    hottest: float
    coldest: float
    price: float
    slow: bool = True
    stressed: bool = False
    mild: bool = False

    @property
    def middle(self) -> float:
        return sqrt(self.hottest * self.coldest)

    def gone(self, done: float) -> float:
        if done >= self.ended:
            return 1.0
        return (done - self.begun) / (self.ended - self.begun)

    def temperature(self, done: float) -> float:
        return self.hottest * exp(log(self.coldest / self.hottest) * self.gone(done))


@dataclass(frozen=True, slots=True)
class _SlowRange:
    """Where a slow cooling begins and ends if a hard deviation costs `price`."""

    hottest: float
    coldest: float
    price: float

    def at(self, price: float, *, mild: bool) -> tuple[float, float]:
        """The same where it costs another price; a mild one begins at the middle."""
        # What is dearer freezes at higher temperatures. Where hard rules are cheaper,
        # soft ones still freeze where they did.
        heat = sqrt(max(1.0, price / self.price))
        hottest, coldest = heat * self.hottest, heat * self.coldest
        return (sqrt(hottest * coldest) if mild else hottest), coldest


class RuleCooling:
    """Quick coolings, slow ones, and one from the best board; one object a search.

    Parameters
    ----------
    best_of_all
        Asked for the best games, its own or another worker's, where a cooling begins
        at them.
    """

    def __init__(
        self,
        league: CompiledLeague,
        walk: Walk,
        games: list[Placed],
        scale: float,
        params: RuleParams,
        best_of_all: Callable[[], list[Placed]],
    ) -> None:
        self._params = params
        self._scale = scale
        self._teams = league.teams
        self._games = len(games)
        self._walk = walk
        self._best_of_all = best_of_all
        weights = RuleWeights(league, _HEAVIEST, _PATIENCE)
        seed = int(walk.random[0])
        self._search = WeighedSearch(league, walk, games, weights, seed)
        self._profile = CostProfile()
        self._dearness, self._looked_at = 1.0, 0.0
        self._quick_ones = 0
        self._slow_ones = 0
        self._moves = 0
        self._stress = 1.0
        self._best_rank = self._rank()
        self._stage = quick = self._quick(0.0, params.price * scale)
        self._range = _SlowRange(quick.hottest, quick.coldest, quick.price)
        self._next = self._after_quick

    @property
    def price(self) -> float:
        """What a unit of hard deviation costs now, in milli-points."""
        return self._stage.price

    @property
    def hottest(self) -> float:
        """The temperature that the present cooling began at, in milli-points."""
        return self._stage.hottest

    def score(self) -> tuple[float, float]:
        """Hard deviations and soft points where the search stands."""
        return self._search.score()

    def step(self, moves: int, done: float) -> None:
        """Make `moves` moves of a cooling that is `done` so far (0 to 1)."""
        # However late it is, a stage tells the next one what boards cost.
        if done >= self._stage.ended and self._profile.seen:
            self._search.forget()
            self._stage = self._next(done)
            self._profile = CostProfile()
            self._dearness, self._looked_at = 1.0, 0.0
        stage = self._stage
        temperature = stage.temperature(done)
        price = stage.price * self._dearness
        stressed = stage.stressed and stage.gone(done) < _STRESSED_PART
        self._search.stress_sums(self._stress if stressed else 1.0)
        feasible = self._search.step(moves, temperature, price, learns=stage.slow)
        self._moves += int(self._walk.evaluated)
        if stage.slow:
            self._rise(stage.gone(done), feasible=feasible > 0)
        self._profile.add(temperature, self._cost(stage.price))

    def _rise(self, gone: float, *, feasible: bool) -> None:
        """Let hard deviations become dearer while no board is without them."""
        since = gone - self._looked_at
        self._looked_at = gone
        if not feasible and gone > _RISING:
            self._dearness *= _FIRM ** (since / (1 - _RISING))

    def _quick(self, begun: float, price: float) -> _Stage:
        self._quick_ones += 1
        return _Stage(
            begun,
            begun + self._params.quick_share,
            max(_HOTTEST * self._scale, price),
            _COLDEST * self._scale,
            price,
            slow=False,
        )

    def _after_quick(self, done: float) -> _Stage:
        """Something slower, or another quick one with dearer hard deviations."""
        hard, soft = self._search.score()
        if self._search.cost_of_sums > _MOST_OF_SOFT * soft:
            self._stress = _STRESS
        price = self._stage.price
        several = self._affordable(done) >= _ENOUGH_SLOW_ONES
        share = _MORE_BROKEN_SHARE if several else _BROKEN_SHARE
        broken = hard > share * self._teams
        if broken and self._quick_ones < self._params.most_quick_ones:
            return self._quick(done, _DEARER * price)
        self._next = self._after_brisk
        hottest, coldest = self._profile.range(0.15, 0.35)
        if broken:
            # A slow cooling would end so too; the best board was sought by hard rules
            # alone and may break none.
            self._search.go_on_from(self._best_of_all())
            price *= _DEARER
            hottest *= _HOTTER
        end = done + self._params.brisk_share
        return _Stage(done, end, hottest, coldest, price, slow=False, stressed=True)

    def _after_brisk(self, done: float) -> _Stage:
        self._next = self._after_slow
        hottest, coldest = self._profile.range(0.5, 0.6)
        hottest = max(hottest, self._stage.middle)
        self._range = _SlowRange(hottest, coldest, self._stage.price)
        self._best_rank = self._rank()
        self._slow_ones = self._affordable(done)
        return self._slow(done)

    def _affordable(self, done: float) -> int:
        """Slow coolings that what is left of the budget has moves for, at least one."""
        moves = self._moves * (1 - self._params.last_share - done) / done
        return max(1, round(moves / (self._params.slow_moves_per_game * self._games)))

    def _slow(self, done: float) -> _Stage:
        """One of as many slow coolings as are to come.

        After the brisk one a hot one; after each hot one a mild one, and more of them
        for as long as they find better boards.
        """
        left = 1 - self._params.last_share - done
        end = done + left / self._slow_ones
        self._slow_ones -= 1
        price = self._dearer() * self._stage.price
        price = max(price, _CHEAPEST * self._range.price)
        better = self._found_better()
        mild = self._stage.slow and (better or not self._stage.mild)
        hottest, coldest = self._range.at(price, mild=mild)
        return _Stage(done, end, hottest, coldest, price, stressed=True, mild=mild)

    def _found_better(self) -> bool:
        """Whether the best board, own or taken over, is better than when last asked."""
        before, self._best_rank = self._best_rank, self._rank()
        return self._best_rank < before

    def _rank(self) -> tuple[int, int]:
        hard, soft = self._walk.best_total[[HARD, SOFT]]
        return int(hard), int(soft)

    def _dearer(self) -> float:
        """How many times dearer than the cooling that has ended."""
        hard, _ = self._search.score()
        if hard > _BROKEN_SHARE * self._teams:
            return _DEARER
        if hard > _SOME_SHARE * self._teams:
            return _DEARER_NEXT
        if self._stage.slow:
            if hard > 0:
                return _DEARER_NEXT
            # Not where feasible boards came only while hard deviations rose.
            return _CHEAPER_NEXT if self._dearness < _DEARER_NEXT else 1.0
        return 1.0

    def _after_slow(self, done: float) -> _Stage:
        slow = self._stage
        if self._slow_ones:
            following = self._slow(done)
        else:
            price = _FIRM * slow.price
            following = _Stage(done, 1.0, slow.middle, slow.coldest, price)
        self._go_on(following.price)
        return following

    def _go_on(self, price: float) -> None:
        """From the best board of all workers, or from here if that costs less.

        A board that breaks few hard rules may be nearer to a good one than the best
        that breaks none. One that breaks more lies in a valley where all others break
        some too, and is left.
        """
        here, cost = self._search.games, self._cost(price)
        hard, _ = self._search.score()
        self._search.go_on_from(self._best_of_all())
        if self._cost(price) > cost and hard <= _SOME_SHARE * self._teams:
            self._search.go_on_from(here)

    def _cost(self, price: float) -> float:
        """In milli-points, of where the search stands."""
        hard, soft = self._search.score()
        return price * hard + 1000.0 * soft
