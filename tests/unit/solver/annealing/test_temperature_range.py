"""Temperatures of main anneals and reheats."""

import pytest

from flextime_solver.annealing.anneal_phase import AnnealPhase
from flextime_solver.annealing.stages import Stage
from flextime_solver.annealing.temperature_range import (
    TemperatureRange,
    TemperatureRangeParams,
)

CALIBRATION = Stage(
    AnnealPhase.CALIBRATION,
    0.0,
    0.2,
    initial_temperature=8.0,
    final_temperature=1.0,
    penalty_weight=3.0,
)


def test_a_reheat_begins_at_the_geometric_middle_of_the_range() -> None:
    range_ = TemperatureRange(9.0, 4.0, penalty_weight=1.0)

    assert range_.at(1.0, reheat=True) == pytest.approx((6.0, 4.0))


def test_a_reheat_begins_at_half_of_the_highest_temperature_at_least() -> None:
    initial, _ = TemperatureRange(8.0, 0.5, penalty_weight=1.0).at(1.0, reheat=True)

    assert initial == 4.0


def test_temperatures_rise_with_the_penalty_weight_but_do_not_fall() -> None:
    range_ = TemperatureRange(8.0, 0.5, penalty_weight=1.0)

    assert range_.at(4.0, reheat=False) == (16.0, 1.0)
    assert range_.at(0.25, reheat=False) == (8.0, 0.5)


def test_main_anneals_begin_where_the_calibration_measured() -> None:
    range_ = TemperatureRange.measured_in(CALIBRATION, 6.0, 0.5)

    assert range_ == TemperatureRange(6.0, 0.5, penalty_weight=3.0)


def test_main_anneals_begin_in_the_first_third_of_the_calibration() -> None:
    range_ = TemperatureRange.measured_in(CALIBRATION, 1.5, 0.5)

    assert range_.initial == pytest.approx(4.0)


def test_only_a_reheat_may_have_a_smaller_weight_than_the_calibration() -> None:
    range_ = TemperatureRange(8.0, 0.5, penalty_weight=2.0)

    assert range_.min_penalty_weight(reheat=False) == 2.0
    assert range_.min_penalty_weight(reheat=True) == 1.0


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"latest_start": 1.0}, "latest_start must lie between 0 and 1"),
        ({"min_reheat": 0.0}, "min_reheat must be greater than 0"),
        ({"min_reheat_penalty": 1.5}, "min_reheat_penalty must be greater than 0"),
    ],
)
def test_parameters_out_of_range_are_rejected(
    values: dict[str, float], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        TemperatureRangeParams(**values)
