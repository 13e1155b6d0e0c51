"""Parameters of the MIP packages reject values out of range."""

from collections.abc import Callable

import pytest

from flextime_solver.alternatives.find_alternatives import AlternativesParams
from flextime_solver.backends.params import MipParams
from flextime_solver.infeasibility.params import (
    InfeasibilityParams,
    ProofWorkParams,
    RelaxationCostParams,
)
from flextime_solver.mip.params import SizeLimits
from flextime_solver.repair.params import RepairParams


@pytest.mark.parametrize(
    "create",
    [
        lambda: MipParams(time_limit_s=0),
        lambda: MipParams(workers=0),
        lambda: MipParams(relative_gap=-0.1),
        lambda: MipParams(relaxation_work_s=0),
        lambda: SizeLimits(max_travel_variables=-1),
        lambda: InfeasibilityParams(search_share=1.1),
        lambda: InfeasibilityParams(max_confirmation_s=0),
        lambda: ProofWorkParams(min_work_s=2, max_work_s=1),
        lambda: ProofWorkParams(work_factor=0),
        lambda: RelaxationCostParams(search_share=-0.1),
        lambda: RelaxationCostParams(max_step_s=0),
        lambda: RepairParams(number=0),
        lambda: RepairParams(windows=()),
        lambda: RepairParams(windows=(-1,)),
        lambda: AlternativesParams(time_limit_s=0),
        lambda: AlternativesParams(time_limit_s=1, mip_share=0),
        lambda: AlternativesParams(time_limit_s=1, spare_searches=-1),
        lambda: AlternativesParams(time_limit_s=1, min_search_s=0),
    ],
)
def test_values_out_of_range_are_rejected(create: Callable[[], object]) -> None:
    with pytest.raises(ValueError, match="must"):
        create()
