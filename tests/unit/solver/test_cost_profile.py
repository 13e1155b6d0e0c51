"""Where a quick cooling says that a slow one pays."""

import pytest

from flextime_solver.annealing.cost_profile import CostProfile


def a_profile(*costs: float, calls: int = 20) -> CostProfile:
    """So many solutions at temperatures of 1024, 512, 256, …, one for each cost."""
    profile = CostProfile()
    for place, cost in enumerate(costs):
        for _ in range(calls):
            profile.add(1024 / 2**place, cost)
    return profile


def test_it_begins_where_most_is_gained_and_ends_below_frozen_boards() -> None:
    profile = a_profile(900, 900, 800, 200, 110, 100, 100, 100, calls=24)

    initial_temperature, final_temperature = profile.range(
        share_to_come=0.2, slower=0.5
    )

    assert initial_temperature == pytest.approx(256)
    assert final_temperature == pytest.approx(0.5 * 128)


def test_cold_boards_that_cost_a_little_more_now_and_then_are_frozen() -> None:
    profile = a_profile(900, 900, 100, 101, 100, 101, 100, 101, calls=24)

    _, final_temperature = profile.range(share_to_come=0.1, slower=1.0)

    assert final_temperature == pytest.approx(1024 / 2)


def test_all_temperatures_stay_where_boards_cost_the_same_at_each() -> None:
    assert a_profile(5, 5, 5).range(0.1, 0.5) == (1024, 256)


def test_all_temperatures_stay_where_too_few_boards_were_seen() -> None:
    assert a_profile(9, 3, 1, calls=1).range(0.1, 0.5) == (1024, 256)
