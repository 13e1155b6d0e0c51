"""The penalty weight that follows the share of feasible solutions."""

from typing import Any

import pytest

from flextime_solver.annealing.adaptive_penalty import AdaptivePenalty
from flextime_solver.annealing.penalty_params import AdaptivePenaltyParams

SCALE = 1000.0


def test_the_weight_rises_without_feasible_solutions() -> None:
    penalty = AdaptivePenalty(SCALE)

    assert penalty.update(2000.0, feasible=0, moves=10, temperature=1.0) > 2000.0


def test_it_falls_while_most_solutions_are_feasible() -> None:
    penalty = AdaptivePenalty(SCALE)

    assert penalty.update(2000.0, feasible=6, moves=10, temperature=1.0) < 2000.0


def test_it_stays_while_some_solutions_are_feasible() -> None:
    penalty = AdaptivePenalty(SCALE)

    assert penalty.update(2000.0, feasible=5, moves=10, temperature=1.0) == 2000.0


def test_its_limits_follow_the_temperature_and_the_scale() -> None:
    params = AdaptivePenaltyParams(min_temperatures=2.0, min_scales=0.5, max_ratio=10.0)
    penalty = AdaptivePenalty(SCALE, params)

    assert penalty.update(1.0, feasible=5, moves=10, temperature=300.0) == 600.0
    assert penalty.update(1.0, feasible=5, moves=10, temperature=1.0) == 500.0
    assert penalty.update(1e6, feasible=5, moves=10, temperature=1.0) == 5000.0


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"initial_scales": 0.0}, "initial_scales must be greater than 0"),
        ({"increase_factor": 0.9}, "increase_factor, decrease_factor and max_ratio"),
        ({"min_temperatures": -1.0}, "min_temperatures must be at least 0"),
        ({"min_scales": 0.0}, "min_scales greater than 0"),
    ],
)
def test_parameters_out_of_range_are_rejected(
    values: dict[str, Any], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        AdaptivePenaltyParams(**values)
