from dataclasses import replace

import pytest

from flextime_solver.annealing.params import (
    AnnealParams,
    RangeParams,
    ReplicaTemperatures,
)


@pytest.mark.parametrize(
    ("numbers", "message"),
    [
        ({"share": 0.0}, "share must be greater than 0"),
        (
            {"final_temperature": 0.0},
            "final_temperature must be greater than 0 and at most",
        ),
        (
            {"final_temperature": 0.5},
            "final_temperature must be greater than 0 and at most",
        ),
    ],
)
def test_an_anneal_with_invalid_numbers_is_rejected(
    numbers: dict[str, float], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        replace(AnnealParams(1.0, 0.4, 0.1), **numbers)  # type: ignore[arg-type] # no case of the flag


@pytest.mark.parametrize(
    ("numbers", "message"),
    [
        (
            {"final_temperature": 0.0},
            "final_temperature, initial_temperature and begin must rise from above 0",
        ),
        (
            {"final_temperature": 0.5},
            "final_temperature, initial_temperature and begin must rise from above 0",
        ),
        (
            {"begin": 0.3},
            "final_temperature, initial_temperature and begin must rise from above 0",
        ),
        ({"number": 1}, "number must be at least 2"),
    ],
)
def test_replicas_with_invalid_numbers_are_rejected(
    numbers: dict[str, float], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        replace(ReplicaTemperatures(0.5, 0.4, 0.1, 3), **numbers)  # type: ignore[arg-type] # the number is whole in every case


def test_temperatures_of_replicas_fall_by_one_ratio() -> None:
    replicas = ReplicaTemperatures(
        begin=10.0, initial_temperature=8.0, final_temperature=2.0, number=3
    ).scaled(0.5)

    assert replicas.begin == 5.0
    assert replicas.temperatures == pytest.approx((4.0, 2.0, 1.0))


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"gain_to_come": 0.0}, "gain_to_come must lie between 0 and 1"),
        ({"freezing_factor": 0.0}, "freezing_factor must be greater than 0"),
    ],
)
def test_range_parameters_out_of_range_are_rejected(
    values: dict[str, float], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        replace(RangeParams(0.5, 0.5), **values)
