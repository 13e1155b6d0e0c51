"""Number of a team's games against a group in given slots (RobinX CA2).

With n = games of team t against the group, or against each of its members:

    d >= n - max
    d >= min - n
"""

from collections.abc import Iterator

from flextime.domain.constraints.opponent_games import OpponentGames
from flextime_solver.mip.constraints.game_limits import limit_terms
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.violation_term import ViolationTerm


def violation_terms(model: MipModel, rule: OpponentGames) -> Iterator[ViolationTerm]:
    """Yield a term for each team, or for each team and opponent."""
    slots = frozenset(rule.slots)
    for team in model.selected_teams(rule.teams):
        others = tuple(name for name in rule.opponents if name != team)
        groups = [(name,) for name in others] if rule.each_opponent else [others]
        for group in groups:
            games = model.games(team, slots, rule.side, frozenset(group))
            yield from limit_terms(f"opponent_games_{team}", rule, games)
