"""Home and away games compared after every game (RobinX FA1)."""

from collections.abc import Iterator

from flextime.domain.constraints.running_balance import RunningBalance
from flextime.domain.constraints.side import Side
from flextime_solver.mip.model import Linear, SeasonModel
from flextime_solver.mip.violation_term import Unit


def units(model: SeasonModel, rule: RunningBalance) -> Iterator[Unit]:
    for team in model.chosen(rule.teams):
        amounts: list[Linear] = []
        difference = Linear.empty()
        for round_ in range(len(model.rounds)):
            home = model.in_round(team, round_, Side.HOME)
            away = model.in_round(team, round_, Side.AWAY)
            difference = difference + home - away
            # |home - away| so far - max; a round without a game changes nothing
            amounts.append(difference - rule.max_difference)
            amounts.append(-difference - rule.max_difference)
        yield Unit(f"running_balance_{team}", tuple(amounts))
