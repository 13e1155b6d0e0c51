"""How dear hard deviations become within a cooling, and for the next one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flextime_solver.annealing.penalty_schedule import FIRM, Dearness


def looked_at(*times: float, feasible: bool) -> Dearness:
    dearness = Dearness()
    for gone in times:
        dearness.rise(gone, feasible=feasible)
    return dearness


def test_they_stay_as_they_are_while_boards_are_hot() -> None:
    assert looked_at(0.1, 0.2, 0.4, feasible=False).now == 1


def test_they_rise_while_no_board_is_feasible_however_often_one_looks() -> None:
    often = looked_at(0.4, 0.6, 0.7, 0.9, 1.0, feasible=False)
    seldom = looked_at(0.4, 1.0, feasible=False)

    assert often.now == pytest.approx(seldom.now) == pytest.approx(FIRM)


def test_they_stay_as_they_are_while_some_board_is_feasible() -> None:
    assert looked_at(0.4, 0.6, 1.0, feasible=True).now == 1


@given(st.floats(0, 2), st.floats(0, 2), st.booleans())
def test_what_leaves_more_broken_never_makes_the_next_one_cheaper(
    left: float,
    more: float,
    slow: bool,  # noqa: FBT001 - drawn
) -> None:
    dearness = Dearness()

    assert dearness.of_next(left, slow=slow) <= dearness.of_next(left + more, slow=slow)


def test_after_a_slow_one_that_leaves_none_they_are_cheaper() -> None:
    assert Dearness().of_next(0, slow=True) < 1


def test_not_where_feasible_boards_came_only_after_they_had_risen() -> None:
    assert looked_at(0.4, 1.0, feasible=False).of_next(0, slow=True) == 1


def test_after_a_quick_one_a_few_deviations_say_nothing() -> None:
    assert Dearness().of_next(0.1, slow=False) == 1
    assert Dearness().of_next(0.1, slow=True) > 1
