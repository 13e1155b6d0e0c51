"""Games in a row on one side: what the longest-run rules share."""

from collections.abc import Iterator

from pulp import lpSum

from flextime.domain.ids import TeamId
from flextime_solver.mip.model import SeasonModel
from flextime_solver.mip.sequences import sequence
from flextime_solver.mip.violation_term import Unit


def units_of_runs(
    model: SeasonModel,
    teams: tuple[TeamId, ...] | None,
    max_games: int,
    *,
    at_home: bool,
) -> Iterator[Unit]:
    """One a window of max + 1 games: a run of n games has n - max such windows."""
    for team in model.chosen(teams):
        home = sequence(model, team).home()
        for start in range(len(home) - max_games):
            window = home[start : start + max_games + 1]
            # all max + 1 games on this side
            hosted = lpSum(window)
            amount = hosted - max_games if at_home else 1 - hosted
            yield Unit(f"run_{team}_{start}", (amount,))
