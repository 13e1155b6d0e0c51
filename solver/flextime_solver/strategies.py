"""What the portfolio's names stand for (`flextime.domain.runs.portfolio`)."""

from flextime.domain.runs.portfolio import STRATEGIES
from flextime_solver.annealing.params import AnnealParams
from flextime_solver.params import SolveParams
from flextime_solver.search.params import ConstraintAnnealingParams

_QUENCH = AnnealParams(0.1, 0.2, 0.05, from_best=True)

_PARAMS = {
    "default": SolveParams(),
    "cool": SolveParams(
        anneals=(AnnealParams(0.9, 0.38, 0.22), _QUENCH),
        rules=ConstraintAnnealingParams(penalty_weight=3.0),
    ),
    "reheated": SolveParams(
        anneals=(
            AnnealParams(0.5, 0.5, 0.24),
            AnnealParams(0.4, 0.33, 0.2, from_best=True),
            _QUENCH,
        ),
        rules=ConstraintAnnealingParams(final_share=0.4),
        learned_share=0.5,
    ),
    "neighbourhoods": SolveParams(
        neighbourhood_share=0.3,
        rules=ConstraintAnnealingParams(penalty_weight=3.0, final_share=0.4),
    ),
}


def params_of(strategy: str) -> SolveParams:
    """Parameters of a strategy.

    Raises
    ------
    ValueError
        If the portfolio has no strategy of that name.
    """
    if strategy not in _PARAMS:
        names = ", ".join(STRATEGIES)
        raise ValueError(f"no strategy is called {strategy!r}; there are {names}")
    return _PARAMS[strategy]
