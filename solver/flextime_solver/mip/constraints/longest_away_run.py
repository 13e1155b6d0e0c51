"""Consecutive away games of a team.

For each window of max + 1 consecutive games, with H[k] = 1 if the k-th is at home:

    d >= 1 - sum of H[k] over the window
"""

from collections.abc import Iterator

from flextime.domain.constraints.longest_away_run import LongestAwayRun
from flextime_solver.mip.constraints.runs import run_violation_terms
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.violation_term import ViolationTerm


def violation_terms(model: MipModel, rule: LongestAwayRun) -> Iterator[ViolationTerm]:
    """Yield a term for each team and window of max + 1 games."""
    return run_violation_terms(model, rule.teams, rule.max_games, at_home=False)
