"""What the portfolio's names stand for (`flextime.domain.runs.portfolio`)."""

from flextime.domain.runs.portfolio import STRATEGIES
from flextime_solver.params import Cycle, RuleParams, SolveParams

_QUENCH = Cycle(0.1, 0.2, 0.05, from_best=True)

_PARAMS = {
    "default": SolveParams(),
    "cool": SolveParams(
        cycles=(Cycle(0.9, 0.38, 0.22), _QUENCH), rules=RuleParams(price=3.0)
    ),
    "reheated": SolveParams(
        cycles=(Cycle(0.5, 0.5, 0.24), Cycle(0.4, 0.33, 0.2, from_best=True), _QUENCH),
        rules=RuleParams(last_share=0.4),
        learned_share=0.5,
    ),
    "neighbourhoods": SolveParams(
        neighbourhood_share=0.3, rules=RuleParams(price=3.0, last_share=0.4)
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
