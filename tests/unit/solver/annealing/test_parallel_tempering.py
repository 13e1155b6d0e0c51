from math import exp

import pytest

from flextime_solver.annealing.parallel_tempering import ParallelTempering
from flextime_solver.annealing.params import ReplicaTemperatures
from flextime_solver.solution.conversion import PlacedGame

_TEMPERATURES = ReplicaTemperatures(
    begin=1.0, initial_temperature=0.8, final_temperature=0.2, number=3
)
_HOT, _MIDDLE, _COLD = _TEMPERATURES.temperatures


class FixedReplica:
    """A replica that moves do not change; it records their temperatures and weights."""

    def __init__(self, games: list[PlacedGame], violations: float) -> None:
        self.games = games
        self.violations = violations
        self.temperatures: list[float] = []
        self.penalty_weights: list[float] = []

    def score(self) -> tuple[float, float]:
        return self.violations, 0.0

    def step(self, moves: int, temperature: float, penalty_weight: float) -> int:
        self.temperatures.append(temperature)
        self.penalty_weights.append(penalty_weight)
        return moves if self.violations == 0 else 0


class Replicas:
    """Makes replicas with the given numbers of violations, in this order."""

    def __init__(self, *violations: float) -> None:
        self._violations = list(violations)
        self.made: list[FixedReplica] = []

    def __call__(self, games: list[PlacedGame]) -> FixedReplica:
        replica = FixedReplica(games, self._violations[len(self.made)])
        self.made.append(replica)
        return replica


def run_sweeps(tempering: ParallelTempering, times: int) -> None:
    for _ in range(times * _TEMPERATURES.number):
        tempering.step(1)


def test_the_anneal_leaves_a_replica_at_each_temperature_that_it_passes() -> None:
    replicas = Replicas(0, 0, 0)
    tempering = ParallelTempering(replicas, [(0, 1, 0)], _TEMPERATURES, seed=1)

    for done in (0.0, 0.1, 0.3, 0.5, 0.7, 1.0):
        tempering.anneal(1, done)

    first, second, third = (replica.temperatures for replica in replicas.made)
    assert first[0] == _TEMPERATURES.begin
    assert min(first) >= _HOT > max(second) > min(second) >= _MIDDLE > max(third)
    assert third[-1] == pytest.approx(_COLD)
    assert [replica.games for replica in replicas.made] == [[(0, 1, 0)]] * 3


def test_each_replica_is_moved_at_its_own_temperature() -> None:
    replicas = Replicas(0, 0, 0)

    run_sweeps(ParallelTempering(replicas, [], _TEMPERATURES, seed=1), times=1)

    assert [replica.temperatures for replica in replicas.made] == [
        [_HOT],
        [_MIDDLE],
        [_COLD],
    ]


def test_a_replica_with_fewer_violations_reaches_the_lowest_temperature() -> None:
    replicas = Replicas(0, 1000, 1000)
    tempering = ParallelTempering(replicas, [], _TEMPERATURES, seed=1)

    run_sweeps(tempering, times=4)

    assert tempering.coldest is replicas.made[0]


def test_an_exchange_neither_loses_nor_duplicates_a_replica() -> None:
    replicas = Replicas(1, 2, 1)
    tempering = ParallelTempering(replicas, [], _TEMPERATURES, seed=1)

    run_sweeps(tempering, times=50)

    assert {len(replica.temperatures) for replica in replicas.made} == {50}
    visited = zip(*(replica.temperatures for replica in replicas.made), strict=True)
    assert {tuple(sorted(sweep)) for sweep in visited} == {(_COLD, _MIDDLE, _HOT)}


def test_a_worse_replica_is_colder_with_the_probability_of_detailed_balance() -> None:
    """Two replicas that differ by one are ordered by their Boltzmann weights."""
    replicas = Replicas(1e6, 1, 0)
    tempering = ParallelTempering(replicas, [], _TEMPERATURES, seed=1)

    run_sweeps(tempering, times=4000)

    worse = replicas.made[1]
    ratio = exp(1 / _MIDDLE - 1 / _COLD)
    share = worse.temperatures.count(_COLD) / len(worse.temperatures)
    assert share == pytest.approx(ratio / (1 + ratio), abs=0.01)


def test_each_temperature_has_its_own_penalty_weight() -> None:
    """It rises where no solution is feasible and stays where all are."""
    replicas = Replicas(0, 1e6, 0)

    def update(weight: float, feasible: int, moves: int, temperature: float) -> float:
        assert moves == 1
        return weight if feasible else weight * (1 + temperature)

    tempering = ParallelTempering(
        replicas, [], _TEMPERATURES, seed=1, penalty_weight=2.0, update_penalty=update
    )

    run_sweeps(tempering, times=2)

    hot, middle, cold = replicas.made
    assert hot.penalty_weights[0] == cold.penalty_weights[0] == 2.0
    assert middle.temperatures == [_MIDDLE, _HOT]
    assert middle.penalty_weights == [2.0, 2.0]
    assert hot.penalty_weights[1] == pytest.approx(2.0 * (1 + _MIDDLE))
