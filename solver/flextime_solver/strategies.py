"""What the portfolio's names stand for (`flextime.domain.portfolio`)."""

from flextime.domain.portfolio import STRATEGIES
from flextime_solver.params import FIRM, PASSABLE, Cycle, SolveParams

_QUENCH = Cycle(0.1, 0.2, 0.05, from_best=True)

_PARAMS = {
    "default": SolveParams(),
    "cool": SolveParams(
        cycles=(Cycle(0.9, 0.38, 0.22), _QUENCH),
        rule_cycles=(Cycle(1.0, 0.3, 0.04, hard_weight=FIRM),),
    ),
    "reheated": SolveParams(
        cycles=(Cycle(0.5, 0.5, 0.24), Cycle(0.4, 0.33, 0.2, from_best=True), _QUENCH),
        rule_cycles=(
            Cycle(0.4, 0.5, 0.06, hard_weight=PASSABLE),
            Cycle(0.3, 0.25, 0.05, from_best=True, hard_weight=PASSABLE),
            Cycle(0.3, 0.25, 0.03, from_best=True, hard_weight=PASSABLE),
        ),
        learned_share=0.5,
    ),
    "neighbourhoods": SolveParams(
        neighbourhood_share=0.3,
        rule_cycles=(
            Cycle(0.8, 3.0, 0.06, hard_weight=FIRM),
            Cycle(0.2, 0.2, 0.04, from_best=True, hard_weight=FIRM),
        ),
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
