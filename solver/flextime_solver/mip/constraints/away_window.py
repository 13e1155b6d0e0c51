"""Maximum away games in windows of a team's games.

For a window of n consecutive games, where H[k] = 1 if the k-th game is at home:

    d >= n - max_away - sum of H[k] over the window
"""

from collections.abc import Iterator

from pulp import lpSum

from flextime.domain.constraints.away_window import AwayWindow
from flextime_solver.mip.game_sequence import game_sequence
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.violation_term import ViolationTerm


def violation_terms(model: MipModel, rule: AwayWindow) -> Iterator[ViolationTerm]:
    """Yield a term for each team and each window that the rule names."""
    for team in model.selected_teams(rule.teams):
        home = game_sequence(model, team).home()
        starts = range(len(home) - rule.games + 1)
        chosen = {"any": starts, "first": starts[:1], "last": starts[-1:]}
        for start in chosen[rule.where]:
            # n - sum of home over the window - max
            hosted = lpSum(home[start : start + rule.games])
            expression = rule.games - rule.max_away - hosted
            yield ViolationTerm(f"away_window_{team}_{start}", (expression,))
