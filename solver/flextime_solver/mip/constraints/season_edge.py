"""Home and away games among a team's first or last."""

from collections.abc import Iterator

from pulp import lpSum

from flextime.domain.constraints.season_edge import SeasonEdge
from flextime_solver.mip.model import SeasonModel
from flextime_solver.mip.sequences import sequence
from flextime_solver.mip.violation_term import Unit


def units(model: SeasonModel, rule: SeasonEdge) -> Iterator[Unit]:
    for team in model.chosen(rule.teams):
        home = sequence(model, team).home()
        edge = home[: rule.games] if rule.edge == "first" else home[-rule.games :]
        hosted = lpSum(edge)
        # (min_home - home)+ + (min_away - away)+
        yield Unit(f"edge_home_{team}", (rule.min_home - hosted,))
        yield Unit(f"edge_away_{team}", (rule.min_away - len(edge) + hosted,))
