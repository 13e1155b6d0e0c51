"""The phases that solve an instance, by kind of instance."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from types import MappingProxyType

from flextime_solver.instance.compiled_league import CompiledLeague
from flextime_solver.instance.scale import scores_travel
from flextime_solver.params import SolveParams
from flextime_solver.phases.bound import ProveBounds
from flextime_solver.phases.construct import Construct
from flextime_solver.phases.feasibility import FindFeasible, TryFeasible
from flextime_solver.phases.improve import AnnealConstraints, AnnealTravel, SearchTours
from flextime_solver.phases.phase import Phase
from flextime_solver.phases.polish import FinalAnneal, SearchLargeNeighbourhoods
from flextime_solver.special.ttp.detect import is_ttp


class InstanceKind(Enum):
    """Kinds of instances that are improved in different ways."""

    TRAVELLING_TOURNAMENT = auto()
    """A double round robin of which only the travel costs anything."""
    TRAVEL = auto()
    """Travel costs something, among other things."""
    CONSTRAINTS_ONLY = auto()
    """Travel costs nothing; only constraints do."""

    @classmethod
    def of(cls, league: CompiledLeague) -> "InstanceKind":
        """Return the kind of a compiled instance."""
        if is_ttp(league):
            return cls.TRAVELLING_TOURNAMENT
        return cls.TRAVEL if scores_travel(league) else cls.CONSTRAINTS_ONLY


@dataclass(frozen=True)
class Pipeline:
    """The phases of one solve, in the order in which they run."""

    construct: Phase
    try_feasible: Phase
    bound: Phase
    find_feasible: Phase
    improve: Phase
    polish: Phase


type ImproveAndPolish = tuple[Phase, Phase]


def pipeline_for(league: CompiledLeague, params: SolveParams) -> Pipeline:
    """Return the phases that solve a compiled instance."""
    improve, polish = _IMPROVE_AND_POLISH[InstanceKind.of(league)](league, params)
    return Pipeline(
        construct=Construct(params.construct, params.search),
        try_feasible=TryFeasible(params.feasibility, params.search),
        bound=ProveBounds(params.bound),
        find_feasible=FindFeasible(params.feasibility),
        improve=improve,
        polish=polish,
    )


def _of_tournament(league: CompiledLeague, params: SolveParams) -> ImproveAndPolish:
    # Moves on a tour find more than large neighbourhoods in the same time.
    otherwise: Phase = AnnealConstraints(params.improve.constraints, params.dates)
    if scores_travel(league):
        otherwise = AnnealTravel(params.improve, params.dates, reserved_share=0.0)
    return SearchTours(params.improve, otherwise), FinalAnneal(params.polish)


def _of_travel(league: CompiledLeague, params: SolveParams) -> ImproveAndPolish:
    del league
    return (
        AnnealTravel(params.improve, params.dates, params.polish.lns.share),
        SearchLargeNeighbourhoods(params.polish, params.dates),
    )


def _of_constraints(league: CompiledLeague, params: SolveParams) -> ImproveAndPolish:
    del league
    return (
        AnnealConstraints(params.improve.constraints, params.dates),
        FinalAnneal(params.polish),
    )


_IMPROVE_AND_POLISH: Mapping[
    InstanceKind, Callable[[CompiledLeague, SolveParams], ImproveAndPolish]
] = MappingProxyType(
    {
        InstanceKind.TRAVELLING_TOURNAMENT: _of_tournament,
        InstanceKind.TRAVEL: _of_travel,
        InstanceKind.CONSTRAINTS_ONLY: _of_constraints,
    }
)
