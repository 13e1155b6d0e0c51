"""What the portfolio's names stand for (`flextime.domain.portfolio`)."""

from flextime.domain.portfolio import STRATEGIES
from flextime_solver.params import Cycle, SolveParams

_PARAMS = {
    "default": SolveParams(),
    "patient": SolveParams(
        cycles=(Cycle(0.75, 0.8, 0.1), Cycle(0.25, 0.3, 0.06, from_best=True)),
        choose_trips=False,
    ),
    "hot": SolveParams(
        cycles=(Cycle(0.7, 1.2, 0.08), Cycle(0.3, 0.3, 0.05, from_best=True)),
        choose_trips=False,
    ),
    "neighbourhoods": SolveParams(neighbourhood_share=0.3, choose_trips=False),
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
