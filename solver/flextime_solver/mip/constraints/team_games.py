"""Number of a team's games in given slots (RobinX CA1).

With n = games of team t on the rule's side in the slots:

    d >= n - max
    d >= min - n
"""

from collections.abc import Iterator

from flextime.domain.constraints.team_games import TeamGames
from flextime_solver.mip.constraints.game_limits import limit_terms
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.violation_term import ViolationTerm


def violation_terms(model: MipModel, rule: TeamGames) -> Iterator[ViolationTerm]:
    """Yield a term for each team."""
    slots = frozenset(rule.slots)
    for team in model.selected_teams(rule.teams):
        games = model.games(team, slots, rule.side)
        yield from limit_terms(f"team_games_{team}", rule, games)
