"""Leagues that are small enough to be solved to optimality in seconds."""

from flextime.domain.leagues.league import League
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.params import DEFAULT_SIZE_LIMITS, SizeLimits
from flextime_solver.mip.travel import travel_variable_count
from flextime_solver.mip.unsupported import unsupported_reasons


def is_small(league: League, limits: SizeLimits = DEFAULT_SIZE_LIMITS) -> bool:
    """Return whether the league has a MIP model within the limits of small leagues."""
    teams, slots = len(league.teams), len(league.calendar.slots)
    if teams * (teams - 1) * slots > limits.max_small_placements:
        return False
    if unsupported_reasons(league, limits=limits):
        return False
    if league.goals.travel_points_per_km == 0:
        return True
    travel_variables = travel_variable_count(MipModel(league))
    return travel_variables <= limits.max_small_travel_variables
