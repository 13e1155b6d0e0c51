"""The season's edge looks at a team's first or last games."""

from flextime.domain.constraints.season_edge import SeasonEdge
from flextime_solver.instance.builder import Contributions
from flextime_solver.instance.compiled_league import SequenceRule


def contribute(rule: SeasonEdge, to: Contributions) -> None:
    at_end = int(rule.edge == "last")
    to.in_order(
        rule,
        SequenceRule.EDGE,
        rule.teams,
        at_end,
        rule.games,
        rule.min_home,
        rule.min_away,
    )
