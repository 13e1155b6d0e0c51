from math import exp

import pytest

from flextime_solver.search.tempering import TEMPERATURES, Ladder

_RUNGS = len(TEMPERATURES)


class Still:
    """A board that moves leave as it is; it notes where it stood."""

    def __init__(self, name: int, broken: float) -> None:
        self.games = [(name, name, name)]
        self.broken = broken
        self.stood_at: list[float] = []

    def score(self) -> tuple[float, float]:
        return self.broken, 0.0

    def step(self, moves: int, temperature: float, price: float) -> int:
        assert price == 1.0
        self.stood_at.append(temperature)
        return moves


def swept(ladder: Ladder, times: int) -> None:
    for _ in range(times * _RUNGS):
        ladder.step(1)


def test_every_board_is_moved_at_the_temperature_of_its_rung() -> None:
    boards = [Still(name, broken=0.0) for name in range(_RUNGS)]

    swept(Ladder(boards, seed=1), times=1)

    assert [board.stood_at for board in boards] == [[rung] for rung in TEMPERATURES]


def test_a_board_that_breaks_fewer_rules_comes_down_to_the_coldest_rung() -> None:
    boards = [Still(name, broken=1000.0) for name in range(_RUNGS)]
    boards[0].broken = 0.0
    ladder = Ladder(boards, seed=1)

    swept(ladder, times=_RUNGS)

    assert ladder.boards[-1] is boards[0]


def test_no_board_is_lost_or_doubled_by_an_exchange() -> None:
    boards = [Still(name, broken=float(name % 3)) for name in range(_RUNGS)]
    ladder = Ladder(boards, seed=1)

    swept(ladder, times=50)

    assert sorted(board.games for board in ladder.boards) == [
        board.games for board in boards
    ]


def test_a_worse_board_comes_down_as_often_as_both_temperatures_say() -> None:
    """Two boards that differ by one stand by their Boltzmann weights."""
    better, worse = Still(0, broken=0.0), Still(1, broken=1.0)
    far_worse = [Still(name, broken=1e6) for name in range(2, _RUNGS)]
    ladder = Ladder([*far_worse, worse, better], seed=1)

    swept(ladder, times=4000)

    hot, cold = TEMPERATURES[-2:]
    ratio = exp(1 / hot - 1 / cold)
    expected = ratio / (1 + ratio)
    share = worse.stood_at.count(cold) / len(worse.stood_at)
    assert share == pytest.approx(expected, abs=0.03)
