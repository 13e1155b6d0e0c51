from typing import Any

import pytest

from flextime_solver.params import BeamParams, Cycle, Rungs, TourParams


@pytest.mark.parametrize(
    ("numbers", "message"),
    [
        ({"share": 0.0}, "share must be greater than 0"),
        ({"coldest": 0.0}, "coldest must be greater than 0 and at most hottest"),
        ({"coldest": 0.5}, "coldest must be greater than 0 and at most hottest"),
    ],
)
def test_numbers_that_make_no_cooling_are_refused(
    numbers: dict[str, float], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        Cycle(**{"share": 1.0, "hottest": 0.4, "coldest": 0.1} | numbers)  # type: ignore[arg-type] # whether it goes on from the best has no case here


@pytest.mark.parametrize(
    ("numbers", "message"),
    [
        ({"coldest": 0.0}, "coldest, hottest and begin must rise from above 0"),
        ({"coldest": 0.5}, "coldest, hottest and begin must rise from above 0"),
        ({"begin": 0.3}, "coldest, hottest and begin must rise from above 0"),
        ({"number": 1}, "number must be at least 2"),
    ],
)
def test_numbers_that_make_no_ladder_are_refused(
    numbers: dict[str, float], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        Rungs(**{"begin": 0.5, "hottest": 0.4, "coldest": 0.1, "number": 3} | numbers)  # type: ignore[arg-type] # the number of rungs is whole in every case


def test_each_rung_is_so_many_times_as_hot_as_the_next_one() -> None:
    rungs = Rungs(begin=10.0, hottest=8.0, coldest=2.0, number=3).times(0.5)

    assert rungs.begin == 5.0
    assert rungs.temperatures == pytest.approx((4.0, 2.0, 1.0))


@pytest.mark.parametrize(
    ("numbers", "message"),
    [
        ({"cooling_share": 0.0}, "cooling_share must lie between 0 and 1"),
        ({"cooling_share": 1.0}, "cooling_share must lie between 0 and 1"),
        ({"cooling_moves_per_cube": 0.0}, "cooling_moves_per_cube must be greater"),
        ({"moves_per_call": 0}, "moves_per_call must be at least 1"),
    ],
)
def test_a_ladder_of_tours_has_time_to_be_built_and_climbed(
    numbers: dict[str, float], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        TourParams(**numbers)  # type: ignore[arg-type] # moves of a call are whole


@pytest.mark.parametrize(
    ("numbers", "message"),
    [
        ({"widths": ()}, "widths must be at least 1, and there must be one"),
        ({"widths": (10, 0)}, "widths must be at least 1, and there must be one"),
        ({"polish_share": -0.1}, "polish_share must be at least 0"),
        ({"coldest": 0.2}, "coldest must be greater than 0 and at most hottest"),
        ({"moves_per_call": 0}, "moves_per_call must be at least 1"),
    ],
)
def test_a_beam_keeps_something_and_its_find_is_cooled(
    numbers: dict[str, Any], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        BeamParams(**numbers)


def test_a_polish_cools_from_the_hottest_to_the_coldest() -> None:
    params = BeamParams(hottest=0.4, coldest=0.1)

    temperatures = [params.temperature(done) for done in (0.0, 0.5, 1.0)]

    assert temperatures == pytest.approx([0.4, 0.2, 0.1])
