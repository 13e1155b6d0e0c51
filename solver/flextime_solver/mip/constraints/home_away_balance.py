"""A team's home and away games in number."""

from collections.abc import Iterator

from flextime.domain.constraints.home_away_balance import HomeAwayBalance
from flextime.domain.constraints.side import Side
from flextime_solver.mip.model import SeasonModel
from flextime_solver.mip.violation_term import Unit


def units(model: SeasonModel, rule: HomeAwayBalance) -> Iterator[Unit]:
    every_round = range(len(model.rounds))
    for team in model.chosen(rule.teams):
        home = model.in_rounds(team, every_round, Side.HOME)
        # |2 home - games| - max
        difference = 2 * home - model.games_per_team
        yield Unit(
            f"balance_{team}",
            (difference - rule.max_difference, -difference - rule.max_difference),
        )
