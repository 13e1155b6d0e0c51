from typing import Any

import pytest

from flextime_solver.lns.params import DateModelParams, LnsParams, NeighbourhoodSizes
from flextime_solver.phases.params import (
    FeasibilityParams,
    ImproveParams,
    SmallProofParams,
    TripModelParams,
)
from flextime_solver.search.local_search_params import LocalSearchParams


@pytest.mark.parametrize(
    ("params", "values", "message"),
    [
        (LocalSearchParams, {"moves_per_call": 0}, "moves_per_call must be at least"),
        (LocalSearchParams, {"moves_between_syncs": 0}, "moves_between_syncs must be"),
        (FeasibilityParams, {"quick_share": 0.8}, "quick_share and max_share must"),
        (FeasibilityParams, {"anneal_share": 0.0}, "anneal_share must lie"),
        (FeasibilityParams, {"anneal_s": 0.0}, "anneal_s must be greater"),
        (FeasibilityParams, {"size_exponent": -1}, "size_exponent must be at least"),
        (FeasibilityParams, {"max_quick_anneals": 0}, "max_quick_anneals must be"),
        (FeasibilityParams, {"few_breaks_share": 0.0}, "few_breaks_share must be"),
        (TripModelParams, {"max_s": 0.0}, "max_s and placing_s must be"),
        (TripModelParams, {"max_share": 0.01}, "bound_only_share and max_share"),
        (SmallProofParams, {"share": 1.0}, "share and infeasible_share must be"),
        (SmallProofParams, {"max_s": 0.0}, "max_s and infeasible_max_s must be"),
        (ImproveParams, {"anneals": ()}, "anneals must name at least one"),
        (ImproveParams, {"min_share": 0.0}, "min_share must lie"),
        (DateModelParams, {"max_s": 0.0}, "max_s must be greater"),
        (DateModelParams, {"reserved_share": 1.0}, "reserved_share must be"),
        (DateModelParams, {"hard_penalty_km": 0}, "hard_penalty_km must be"),
        (NeighbourhoodSizes, {"teams": 0}, "every size must be at least 1"),
        (LnsParams, {"share": 1.0}, "share must be at least 0"),
        (LnsParams, {"max_s": 0.0}, "max_s, growth_threshold_s and start_max_s"),
        (LnsParams, {"min_step_s": -1.0}, "min_build_s and min_step_s must be"),
        (LnsParams, {"max_nodes": 0}, "max_nodes and moves_per_step must be"),
    ],
)
def test_an_invalid_value_is_rejected_by_name(
    params: type, values: dict[str, Any], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        params(**values)
