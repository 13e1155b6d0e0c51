"""Consecutive games on one side: the shared form of the longest-run rules."""

from collections.abc import Iterator

from pulp import lpSum

from flextime.domain.ids import TeamId
from flextime_solver.mip.game_sequence import game_sequence
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.violation_term import ViolationTerm


def run_violation_terms(
    model: MipModel,
    teams: tuple[TeamId, ...] | None,
    max_games: int,
    *,
    at_home: bool,
) -> Iterator[ViolationTerm]:
    """Yield a term for each team and window of max + 1 consecutive games.

    A run of n games contains n - max such windows, hence the terms sum to the excess.
    """
    for team in model.selected_teams(teams):
        home = game_sequence(model, team).home()
        for start in range(len(home) - max_games):
            window = home[start : start + max_games + 1]
            # all max + 1 games on this side
            hosted = lpSum(window)
            expression = hosted - max_games if at_home else 1 - hosted
            yield ViolationTerm(f"run_{team}_{start}", (expression,))
