from typing import Any

import pytest

from flextime_solver.search.params import AggregateParams, ProbingParams


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"final_temperature": 5.0}, "final_temperature must be greater than 0"),
        ({"max_violations": -1.0}, "max_violations must be at least 0"),
        ({"enough_main_anneals": 0}, "enough_main_anneals must be at least 1"),
    ],
)
def test_probing_parameters_out_of_range_are_rejected(
    values: dict[str, Any], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        ProbingParams(**values)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"min_share": 1.5}, "min_share must lie between 0 and 1"),
        ({"factor": 0.0}, "factor must be greater than 0"),
        ({"until": -0.5}, "until must lie between 0 and 1"),
    ],
)
def test_parameters_of_aggregates_out_of_range_are_rejected(
    values: dict[str, float], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        AggregateParams(**values)
