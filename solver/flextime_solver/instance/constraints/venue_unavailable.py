"""Slots in which a team's home venue is unavailable."""

from flextime.domain.constraints.venue_unavailable import VenueUnavailable
from flextime_solver.instance.league_builder import LeagueBuilder


def contribute(rule: VenueUnavailable, builder: LeagueBuilder) -> None:
    """Add one counter of the team's home games in the slots."""
    (team,) = builder.teams((rule.team,))
    builder.add_counter(
        rule, builder.home_games(team, builder.slot_indices(rule.slots)), high=0
    )
