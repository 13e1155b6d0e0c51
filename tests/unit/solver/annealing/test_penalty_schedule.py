"""Penalty weight within an anneal and from one to the next."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flextime_solver.annealing.penalty_params import PenaltyScheduleParams
from flextime_solver.annealing.penalty_schedule import PenaltySchedule

PARAMS = PenaltyScheduleParams(max_rise=4.0, rise_start=0.4)


def updated(*progress: float, feasible: bool) -> PenaltySchedule:
    schedule = PenaltySchedule(PARAMS)
    for each in progress:
        schedule.update(each, feasible=feasible)
    return schedule


def test_the_weight_stays_while_solutions_are_hot() -> None:
    assert updated(0.1, 0.2, 0.4, feasible=False).factor == 1


def test_it_rises_without_feasible_solutions_however_often_it_is_updated() -> None:
    often = updated(0.4, 0.6, 0.7, 0.9, 1.0, feasible=False)
    seldom = updated(0.4, 1.0, feasible=False)

    assert often.factor == pytest.approx(4.0)
    assert seldom.factor == pytest.approx(4.0)


def test_it_stays_while_some_solutions_are_feasible() -> None:
    assert updated(0.4, 0.6, 1.0, feasible=True).factor == 1


@given(st.floats(0, 2), st.floats(0, 2), st.booleans())
def test_more_violations_never_lower_the_weight_of_the_next_anneal(
    violations: float,
    more: float,
    after_main: bool,  # noqa: FBT001 - drawn
) -> None:
    schedule = PenaltySchedule()

    fewer = schedule.next_factor(violations, after_main=after_main)

    assert fewer <= schedule.next_factor(violations + more, after_main=after_main)


def test_the_weight_falls_after_a_feasible_main_anneal() -> None:
    assert PenaltySchedule().next_factor(0, after_main=True) < 1


def test_it_stays_if_feasible_solutions_came_only_after_it_had_risen() -> None:
    assert updated(0.4, 1.0, feasible=False).next_factor(0, after_main=True) == 1


def test_a_few_violations_count_only_after_a_main_anneal() -> None:
    assert PenaltySchedule().next_factor(0.1, after_main=False) == 1
    assert PenaltySchedule().next_factor(0.1, after_main=True) > 1


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"some_violations": 0.6}, "some_violations and many_violations must rise"),
        ({"none_factor": 1.1}, "none_factor must lie between 0 and 1"),
        ({"some_factor": 0.9}, "some_factor and many_factor must rise from 1"),
        ({"max_rise": 0.5}, "max_rise must be at least 1"),
        ({"rise_start": 1.0}, "rise_start must be at least 0 and less than 1"),
    ],
)
def test_parameters_out_of_range_are_rejected(
    values: dict[str, Any], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        PenaltyScheduleParams(**values)
