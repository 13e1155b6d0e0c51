"""Away games in windows of a team's games."""

from collections.abc import Iterator

from pulp import lpSum

from flextime.domain.constraints.away_window import AwayWindow
from flextime_solver.mip.model import SeasonModel
from flextime_solver.mip.sequences import sequence
from flextime_solver.mip.violation_term import Unit


def units(model: SeasonModel, rule: AwayWindow) -> Iterator[Unit]:
    for team in model.chosen(rule.teams):
        home = sequence(model, team).home()
        starts = range(len(home) - rule.games + 1)
        chosen = {"any": starts, "first": starts[:1], "last": starts[-1:]}
        for start in chosen[rule.where]:
            # n - sum of home over the window - max
            hosted = lpSum(home[start : start + rule.games])
            amount = rule.games - rule.max_away - hosted
            yield Unit(f"away_window_{team}_{start}", (amount,))
