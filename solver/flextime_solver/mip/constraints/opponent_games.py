"""How often a team meets a group in some slots (RobinX CA2)."""

from collections.abc import Iterator

from flextime.domain.constraints.opponent_games import OpponentGames
from flextime_solver.mip.constraints.counted import outside
from flextime_solver.mip.model import SeasonModel
from flextime_solver.mip.violation_term import Unit


def units(model: SeasonModel, rule: OpponentGames) -> Iterator[Unit]:
    slots = frozenset(rule.slots)
    for team in model.chosen(rule.teams):
        others = tuple(name for name in rule.opponents if name != team)
        groups = [(name,) for name in others] if rule.each_opponent else [others]
        for group in groups:
            games = model.games(team, slots, rule.side, frozenset(group))
            yield from outside(f"opponent_games_{team}", rule, games)
