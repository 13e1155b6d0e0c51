from typing import Any

import pytest

from flextime_solver.special.ttp.params import BeamSearchParams, TtpAnnealingParams


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
        (
            {"successors_per_partial": 0},
            "successors_per_partial must be at least 1",
        ),
        ({"max_table_bytes": 0}, "max_table_bytes must be at least 1"),
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
