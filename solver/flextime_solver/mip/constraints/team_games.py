"""A team's games in some slots (RobinX CA1)."""

from collections.abc import Iterator

from flextime.domain.constraints.team_games import TeamGames
from flextime_solver.mip.constraints.counted import outside
from flextime_solver.mip.model import SeasonModel
from flextime_solver.mip.violation_term import Unit


def units(model: SeasonModel, rule: TeamGames) -> Iterator[Unit]:
    slots = frozenset(rule.slots)
    for team in model.chosen(rule.teams):
        games = model.games(team, slots, rule.side)
        yield from outside(f"team_games_{team}", rule, games)
