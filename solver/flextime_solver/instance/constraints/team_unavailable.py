"""Slots in which a team cannot play."""

from flextime.domain.constraints.team_unavailable import TeamUnavailable
from flextime_solver.instance.league_builder import LeagueBuilder


def contribute(rule: TeamUnavailable, builder: LeagueBuilder) -> None:
    """Add one counter of the team's games in the slots, home or away."""
    (team,) = builder.teams((rule.team,))
    builder.add_counter(
        rule, *builder.games_of(team, builder.slot_indices(rule.slots)), high=0
    )
