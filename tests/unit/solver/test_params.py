import pytest

from flextime_solver.params import Cycle


@pytest.mark.parametrize(
    ("numbers", "message"),
    [
        ({"share": 0.0}, "share must be greater than 0"),
        ({"coldest": 0.0}, "coldest must be greater than 0 and at most hottest"),
        ({"coldest": 0.5}, "coldest must be greater than 0 and at most hottest"),
        ({"moves_per_cube": 0.0}, "moves_per_cube must be greater than 0"),
    ],
)
def test_numbers_that_make_no_cooling_are_refused(
    numbers: dict[str, float], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        Cycle(**{"share": 1.0, "hottest": 0.4, "coldest": 0.1} | numbers)  # type: ignore[arg-type] # whether it goes on from the best has no case here
