"""The useful range of temperatures as a short anneal measures it."""

import pytest

from flextime_solver.annealing.cost_profile import CostProfile
from flextime_solver.annealing.params import CostProfileParams, RangeParams


def a_profile(*costs: float, samples: int = 20) -> CostProfile:
    """Samples at temperatures of 1024, 512, 256, ..., one temperature for each cost."""
    profile = CostProfile()
    for place, cost in enumerate(costs):
        for _ in range(samples):
            profile.add(1024 / 2**place, cost)
    return profile


def test_the_range_begins_where_most_is_gained_and_ends_below_freezing() -> None:
    profile = a_profile(900, 900, 800, 200, 110, 100, 100, 100, samples=24)

    initial, final = profile.range(RangeParams(gain_to_come=0.2, freezing_factor=0.5))

    assert initial == pytest.approx(256)
    assert final == pytest.approx(0.5 * 128)


def test_cold_solutions_whose_cost_varies_a_little_are_frozen() -> None:
    profile = a_profile(900, 900, 100, 101, 100, 101, 100, 101, samples=24)

    _, final = profile.range(RangeParams(gain_to_come=0.1, freezing_factor=1.0))

    assert final == pytest.approx(1024 / 2)


def test_the_range_is_not_narrowed_if_all_samples_cost_the_same() -> None:
    assert a_profile(5, 5, 5).range(RangeParams(0.1, 0.5)) == (1024, 256)


def test_the_range_is_not_narrowed_by_too_few_samples() -> None:
    assert a_profile(9, 3, 1, samples=1).range(RangeParams(0.1, 0.5)) == (1024, 256)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"min_bins": 1}, "min_bins and max_bins must rise from at least 2"),
        ({"max_bins": 3}, "min_bins and max_bins must rise from at least 2"),
        ({"frozen_share": 1.0}, "frozen_share must be at least 0 and less than 1"),
    ],
)
def test_parameters_out_of_range_are_rejected(
    values: dict[str, int], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        CostProfileParams(**values)
