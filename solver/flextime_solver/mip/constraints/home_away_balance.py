"""Difference between a team's home and away games over the season.

With G games of team t and H[t, r] its home games:

    d >= 2 sum over r of H[t, r] - G - max
    d >= G - 2 sum over r of H[t, r] - max
"""

from collections.abc import Iterator

from flextime.domain.constraints.home_away_balance import HomeAwayBalance
from flextime.domain.constraints.side import Side
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.violation_term import ViolationTerm


def violation_terms(model: MipModel, rule: HomeAwayBalance) -> Iterator[ViolationTerm]:
    """Yield a term for each team."""
    every_round = range(len(model.rounds))
    for team in model.selected_teams(rule.teams):
        home = model.games_in_rounds(team, every_round, Side.HOME)
        # |2 home - games| - max
        difference = 2 * home - model.games_per_team
        yield ViolationTerm(
            f"balance_{team}",
            (difference - rule.max_difference, -difference - rule.max_difference),
        )
