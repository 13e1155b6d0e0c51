"""Which leagues are small enough for proofs in seconds."""

from flextime.domain.leagues.league import League
from flextime_solver.mip.model import SeasonModel
from flextime_solver.mip.supported import unsupported
from flextime_solver.mip.travel import continuations

MAX_PLACEMENTS = 1_000
"""Who hosts whom and when: eight teams in a double round robin have 784."""
MAX_CONTINUATIONS = 10_000


def is_small(league: League) -> bool:
    """Whether rows can carry the league, and are few."""
    teams, slots = len(league.teams), len(league.calendar.slots)
    if teams * (teams - 1) * slots > MAX_PLACEMENTS or unsupported(league):
        return False
    if league.goals.travel_points_per_km == 0:
        return True
    return continuations(SeasonModel(league)) <= MAX_CONTINUATIONS
