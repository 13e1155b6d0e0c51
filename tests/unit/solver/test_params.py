from dataclasses import replace
from typing import Any

import pytest

from flextime_solver.annealing.params import AnnealParams, ReplicaTemperatures
from flextime_solver.special.ttp.params import BeamSearchParams, TtpAnnealingParams


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
    ("numbers", "message"),
    [
        ({"cooling_share": 0.0}, "cooling_share must lie between 0 and 1"),
        ({"cooling_share": 1.0}, "cooling_share must lie between 0 and 1"),
        ({"cooling_moves_per_cube": 0.0}, "cooling_moves_per_cube must be greater"),
        ({"moves_per_call": 0}, "moves_per_call must be at least 1"),
    ],
)
def test_an_anneal_of_a_tournament_with_invalid_numbers_is_rejected(
    numbers: dict[str, float], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        TtpAnnealingParams(**numbers)  # type: ignore[arg-type] # moves of a call are whole


@pytest.mark.parametrize(
    ("numbers", "message"),
    [
        ({"widths": ()}, "widths must be at least 1, and there must be one"),
        ({"widths": (10, 0)}, "widths must be at least 1, and there must be one"),
        ({"polish_share": -0.1}, "polish_share must be at least 0"),
        (
            {"final_temperature": 0.2},
            "final_temperature must be greater than 0 and at most",
        ),
        ({"moves_per_call": 0}, "moves_per_call must be at least 1"),
    ],
)
def test_a_beam_search_with_invalid_numbers_is_rejected(
    numbers: dict[str, Any], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        BeamSearchParams(**numbers)


def test_a_polish_anneals_from_the_initial_to_the_final_temperature() -> None:
    params = BeamSearchParams(initial_temperature=0.4, final_temperature=0.1)

    temperatures = [params.temperature(done) for done in (0.0, 0.5, 1.0)]

    assert temperatures == pytest.approx([0.4, 0.2, 0.1])
