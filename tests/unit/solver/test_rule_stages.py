"""Where slow coolings begin."""

import pytest

from flextime_solver.annealing.stages import SlowRange, Stage


def test_a_mild_cooling_begins_at_the_geometric_middle_of_the_range() -> None:
    initial_temperature, final_temperature = SlowRange(9.0, 4.0, price=1.0).at(
        1.0, mild=True
    )

    assert (initial_temperature, final_temperature) == pytest.approx((6.0, 4.0))


def test_but_at_half_of_the_hottest_at_least() -> None:
    initial_temperature, _ = SlowRange(8.0, 0.5, price=1.0).at(1.0, mild=True)

    assert initial_temperature == 4.0


BRISK = Stage(
    0.0, 0.2, initial_temperature=8.0, final_temperature=1.0, price=3.0, slow=False
)


def test_slow_coolings_begin_where_the_brisk_one_measured() -> None:
    assert SlowRange.after(BRISK, 6.0, 0.5) == SlowRange(6.0, 0.5, price=3.0)


def test_but_in_the_first_third_of_its_way_down() -> None:
    measured = SlowRange.after(BRISK, 1.5, 0.5)

    assert measured.initial_temperature == pytest.approx(4.0)


def test_a_cooling_goes_down_by_the_same_factor_in_the_same_time() -> None:
    stage = Stage(0.2, 0.6, initial_temperature=16.0, final_temperature=1.0, price=1.0)

    temperatures = [stage.temperature(done) for done in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7)]

    assert temperatures == pytest.approx([16.0, 8.0, 4.0, 2.0, 1.0, 1.0])
