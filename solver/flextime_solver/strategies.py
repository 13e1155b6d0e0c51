"""Parameters of each strategy of the portfolio.

The names are those of `flextime.domain.runs.portfolio.STRATEGIES`. Which phases solve
an instance does not depend on the strategy: see `flextime_solver.pipelines`.
"""

from collections.abc import Mapping
from types import MappingProxyType

from flextime.domain.runs.portfolio import STRATEGIES
from flextime_solver.annealing.params import AnnealParams, OperatorSelectionParams
from flextime_solver.lns.params import LnsParams
from flextime_solver.params import SolveParams
from flextime_solver.phases.params import ImproveParams, PolishParams
from flextime_solver.search.local_search_params import LocalSearchParams
from flextime_solver.search.params import ConstraintAnnealingParams

_LAST_ANNEAL = AnnealParams(0.1, 0.2, 0.05, from_best=True)

STRATEGY_PARAMS: Mapping[str, SolveParams] = MappingProxyType(
    {
        "default": SolveParams(),
        "cool": SolveParams(
            improve=ImproveParams(
                anneals=(AnnealParams(0.9, 0.38, 0.22), _LAST_ANNEAL),
                constraints=ConstraintAnnealingParams(penalty_weight=3.0),
            ),
        ),
        "reheated": SolveParams(
            search=LocalSearchParams(
                operators=OperatorSelectionParams(learned_share=0.5)
            ),
            improve=ImproveParams(
                anneals=(
                    AnnealParams(0.5, 0.5, 0.24),
                    AnnealParams(0.4, 0.33, 0.2, from_best=True),
                    _LAST_ANNEAL,
                ),
                constraints=ConstraintAnnealingParams(final_share=0.4),
            ),
        ),
        "neighbourhoods": SolveParams(
            improve=ImproveParams(
                constraints=ConstraintAnnealingParams(
                    penalty_weight=3.0, final_share=0.4
                ),
            ),
            polish=PolishParams(lns=LnsParams(share=0.3)),
        ),
    }
)


def params_of(strategy: str) -> SolveParams:
    """Return the parameters of a strategy.

    Raises
    ------
    ValueError
        If the portfolio has no strategy of that name.
    """
    if strategy not in STRATEGY_PARAMS:
        names = ", ".join(STRATEGIES)
        raise ValueError(f"no strategy is called {strategy!r}; there are {names}")
    return STRATEGY_PARAMS[strategy]
