from math import exp

import pytest

from flextime_solver.annealing.parallel_tempering import Ladder
from flextime_solver.annealing.params import ReplicaTemperatures
from flextime_solver.solution.conversion import PlacedGame

_RUNGS = ReplicaTemperatures(
    begin=1.0, initial_temperature=0.8, final_temperature=0.2, number=3
)
_HOT, _MIDDLE, _COLD = _RUNGS.temperatures


class Still:
    """A solution that moves leave as it is; it notes where it stood and at what price.

    Its games are its name.
    """

    def __init__(self, games: list[PlacedGame], broken: float) -> None:
        self.games = games
        self.broken = broken
        self.stood_at: list[float] = []
        self.prices: list[float] = []

    def score(self) -> tuple[float, float]:
        return self.broken, 0.0

    def step(self, moves: int, temperature: float, price: float) -> int:
        self.stood_at.append(temperature)
        self.prices.append(price)
        return moves if self.broken == 0 else 0


class Made:
    """Makes solutions that break so many rules, in the order in which they are made."""

    def __init__(self, *broken: float) -> None:
        self._to_make = list(broken)
        self.solutions: list[Still] = []

    def __call__(self, games: list[PlacedGame]) -> Still:
        solution = Still(games, self._to_make[len(self.solutions)])
        self.solutions.append(solution)
        return solution


def swept(ladder: Ladder, times: int) -> None:
    for _ in range(times * _RUNGS.number):
        ladder.climb(1)


def test_the_cooling_leaves_a_board_behind_on_each_rung_it_passes() -> None:
    made = Made(0, 0, 0)
    ladder = Ladder(made, [(0, 1, 0)], _RUNGS, seed=1)

    for done in (0.0, 0.1, 0.3, 0.5, 0.7, 1.0):
        ladder.cool(1, done)

    first, second, third = (solution.stood_at for solution in made.solutions)
    assert first[0] == _RUNGS.begin
    assert min(first) >= _HOT > max(second) > min(second) >= _MIDDLE > max(third)
    assert third[-1] == pytest.approx(_COLD)
    assert [solution.games for solution in made.solutions] == [[(0, 1, 0)]] * 3


def test_every_board_is_moved_at_the_temperature_of_its_rung() -> None:
    made = Made(0, 0, 0)

    swept(Ladder(made, [], _RUNGS, seed=1), times=1)

    assert [solution.stood_at for solution in made.solutions] == [
        [_HOT],
        [_MIDDLE],
        [_COLD],
    ]


def test_a_board_that_breaks_fewer_rules_comes_down_to_the_coldest_rung() -> None:
    made = Made(0, 1000, 1000)
    ladder = Ladder(made, [], _RUNGS, seed=1)

    swept(ladder, times=4)

    assert ladder.final_temperature is made.solutions[0]


def test_no_board_is_lost_or_doubled_by_an_exchange() -> None:
    made = Made(1, 2, 1)
    ladder = Ladder(made, [], _RUNGS, seed=1)

    swept(ladder, times=50)

    assert {len(solution.stood_at) for solution in made.solutions} == {50}
    stood = zip(*(solution.stood_at for solution in made.solutions), strict=True)
    assert {tuple(sorted(replicas)) for replicas in stood} == {(_COLD, _MIDDLE, _HOT)}


def test_a_worse_board_stands_below_as_often_as_both_temperatures_say() -> None:
    """Two solutions that differ by one stand by their Boltzmann weights."""
    made = Made(1e6, 1, 0)
    ladder = Ladder(made, [], _RUNGS, seed=1)

    swept(ladder, times=4000)

    worse = made.solutions[1]
    ratio = exp(1 / _MIDDLE - 1 / _COLD)
    share = worse.stood_at.count(_COLD) / len(worse.stood_at)
    assert share == pytest.approx(ratio / (1 + ratio), abs=0.01)


def test_hard_deviations_have_a_price_of_their_own_on_each_rung() -> None:
    """Where nothing is feasible it rises, where all is it stays."""
    made = Made(0, 1e6, 0)

    def dearer(price: float, feasible: int, moves: int, temperature: float) -> float:
        assert moves == 1
        return price if feasible else price * (1 + temperature)

    ladder = Ladder(made, [], _RUNGS, seed=1, price=2.0, next_price=dearer)

    swept(ladder, times=2)

    hot, middle, cold = made.solutions
    assert hot.prices[0] == cold.prices[0] == 2.0
    assert middle.stood_at == [_MIDDLE, _HOT]
    assert middle.prices == [2.0, 2.0]
    assert hot.prices[1] == pytest.approx(2.0 * (1 + _MIDDLE))
