"""The bound phase: lower bounds by MIP, which may also yield a start or the optimum."""

from math import inf

from flextime_solver.construct.placing_model import has_pairing_choice, place_games
from flextime_solver.construct.trip_model import Trips, choose_trips
from flextime_solver.mip.small_league_proof import prove_small_league
from flextime_solver.phases.context import SearchContext
from flextime_solver.phases.params import BoundParams, SmallProofParams, TripModelParams
from flextime_solver.solution.conversion import placed_games, schedule_of

_NO_PAIRINGS = (
    "no choice of opponents and venues fits the format and the rules on home and away"
    " games, whatever the dates"
)
_NO_SCHEDULE = "no schedule keeps all hard rules: proven by going through all of them"


class ProveBounds:
    """Solves the trip model, then the whole model of a small league."""

    def __init__(self, params: BoundParams) -> None:
        self._params = params

    def run(self, context: SearchContext) -> None:
        """Record bounds, or the reasons why no schedule exists."""
        _solve_trip_model(context, self._params.trips)
        if not context.reasons:
            _solve_small_league(context, self._params.proof)


def _solve_trip_model(context: SearchContext, params: TripModelParams) -> None:
    """Choose opponents and venues of least travel, and restart from them if possible.

    The model proves a bound in any case; a start follows only where the format leaves
    a choice.
    """
    if not params.enabled:
        return
    context.report("bound", at_once=True)
    has_choice = has_pairing_choice(context.league)
    share = params.max_share if has_choice else params.bound_only_share
    limit_s = min(params.max_s, context.stop.remaining_s() * share)
    trips = choose_trips(context.league, limit_s)
    context.record_bound(trips.bound)
    if has_choice:
        _restart_from_trips(context, trips, params)
    if trips.infeasible:
        context.reasons = (_NO_PAIRINGS,)


def _restart_from_trips(
    context: SearchContext, trips: Trips, params: TripModelParams
) -> None:
    replaceable = not context.has_partner_start and context.instance.start is None
    if not (trips.games and replaceable):
        return
    limit_s = context.limited_s(params.placing_s)
    games = place_games(context.league, trips.games, limit_s)
    if games:
        context.search.restart_from(games)
        context.report("construct", at_once=True)


def _solve_small_league(context: SearchContext, params: SmallProofParams) -> None:
    """Solve a small league to optimality, or prove a bound, within seconds."""
    search = context.search
    share, max_s = params.share, params.max_s
    if share and not search.feasible:
        share, max_s = params.infeasible_share, params.infeasible_max_s
    limit_s = share * context.stop.remaining_s()
    if not (0 < limit_s < inf) or context.budget_used() >= 1:
        return
    incumbent = schedule_of(context.instance, search.best_games)
    proof = prove_small_league(
        context.instance, incumbent if search.feasible else None, min(max_s, limit_s)
    )
    if proof.schedule is not None:
        search.restart_from(placed_games(context.instance, proof.schedule))
    context.record_bound(proof.bound)
    if proof.impossible:
        context.reasons = (_NO_SCHEDULE,)
