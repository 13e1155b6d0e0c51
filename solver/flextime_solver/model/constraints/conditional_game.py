"""Two counters, of which one asks something of the other (RobinX GA2)."""

from flextime.domain.constraints.conditional_game import ConditionalGame
from flextime_solver.model.builder import Cells, Contributions


def contribute(rule: ConditionalGame, to: Contributions) -> None:
    to.condition(
        rule,
        Cells(
            to.teams(rule.teams), to.teams(rule.opponents), to.slot_numbers(rule.slots)
        ),
        Cells(
            to.teams(rule.then_teams),
            to.teams(rule.then_opponents),
            to.slot_numbers(rule.then_slots),
        ),
        forbidden=rule.forbidden,
    )
