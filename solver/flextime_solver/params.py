"""Parameters of a solve, nested by phase."""

from dataclasses import dataclass, field

from flextime_solver.lns.params import DateModelParams
from flextime_solver.phases.params import (
    BoundParams,
    ConstructParams,
    FeasibilityParams,
    ImproveParams,
    PolishParams,
)
from flextime_solver.search.local_search_params import LocalSearchParams


@dataclass(frozen=True, slots=True)
class SolveParams:
    """Parameters of `flextime_solver.solve.solve`.

    `flextime_solver.params_json` reads and writes them as JSON.

    Attributes
    ----------
    search
        The compiled local search that all phases share.
    construct
        The first complete schedule.
    feasibility
        The search for a first feasible solution.
    bound
        Lower bounds by MIP, which may also yield a start or the optimum.
    improve
        The anneals, or the searches of a travelling tournament.
    dates
        The choice of dates within rounds, after anneals and large neighbourhoods.
    polish
        The large neighbourhood search, or the anneal that uses up the budget.
    """

    search: LocalSearchParams = field(default_factory=LocalSearchParams)
    construct: ConstructParams = field(default_factory=ConstructParams)
    feasibility: FeasibilityParams = field(default_factory=FeasibilityParams)
    bound: BoundParams = field(default_factory=BoundParams)
    improve: ImproveParams = field(default_factory=ImproveParams)
    dates: DateModelParams = field(default_factory=DateModelParams)
    polish: PolishParams = field(default_factory=PolishParams)
