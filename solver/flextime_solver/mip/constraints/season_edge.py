"""Minimum home and away games among a team's first or last games.

With h home games among the n first or last games of team t:

    d >= min_home - h
    d' >= min_away - (n - h)
"""

from collections.abc import Iterator

from pulp import lpSum

from flextime.domain.constraints.season_edge import SeasonEdge
from flextime_solver.mip.game_sequence import game_sequence
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.violation_term import ViolationTerm


def violation_terms(model: MipModel, rule: SeasonEdge) -> Iterator[ViolationTerm]:
    """Yield two terms for each team, one per side."""
    for team in model.selected_teams(rule.teams):
        home = game_sequence(model, team).home()
        edge = home[: rule.games] if rule.edge == "first" else home[-rule.games :]
        hosted = lpSum(edge)
        yield ViolationTerm(f"edge_home_{team}", (rule.min_home - hosted,))
        yield ViolationTerm(f"edge_away_{team}", (rule.min_away - len(edge) + hosted,))
