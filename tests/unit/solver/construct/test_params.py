from typing import Any

import pytest

from flextime_solver.construct.params import FewBreaksParams, PartnerWeekendParams


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"max_violations": -0.1}, "max_violations must be at least 0"),
        ({"swaps_per_pair": 0}, "swaps_per_pair and steps must be at least 1"),
        ({"steps": 0}, "swaps_per_pair and steps must be at least 1"),
        ({"final_temperature": 3.0}, "final_temperature must be greater than 0"),
    ],
)
def test_parameters_of_few_breaks_out_of_range_are_rejected(
    values: dict[str, Any], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        FewBreaksParams(**values)


def test_an_anneal_of_partner_pairs_has_at_least_one_step() -> None:
    with pytest.raises(ValueError, match="steps must be at least 1"):
        PartnerWeekendParams(steps=0)
