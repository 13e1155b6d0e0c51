"""Home and away games at the start or the end of the season."""

from flextime.domain.constraints.season_edge import SeasonEdge
from flextime_solver.instance.compiled_league import SequenceRule
from flextime_solver.instance.league_builder import LeagueBuilder


def contribute(rule: SeasonEdge, builder: LeagueBuilder) -> None:
    """Add a sequence rule over the first or last games of each team."""
    at_end = int(rule.edge == "last")
    builder.add_sequence_rule(
        rule,
        SequenceRule.EDGE,
        rule.teams,
        at_end,
        rule.games,
        rule.min_home,
        rule.min_away,
    )
