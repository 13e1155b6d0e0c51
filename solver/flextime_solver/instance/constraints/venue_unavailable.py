"""A dark venue counts the team's home games in its slots."""

from flextime.domain.constraints.venue_unavailable import VenueUnavailable
from flextime_solver.instance.builder import Contributions


def contribute(rule: VenueUnavailable, to: Contributions) -> None:
    (team,) = to.teams((rule.team,))
    to.count(rule, to.home_games(team, to.slot_numbers(rule.slots)), high=0)
