"""Two counters, of which one asks something of the other (RobinX GA2)."""

from flextime.domain.constraints.conditional_game import ConditionalGame
from flextime.domain.constraints.side import Side
from flextime_solver.instance.builder import Cells, Contributions


def contribute(rule: ConditionalGame, to: Contributions) -> None:
    first = to.teams(rule.teams), to.teams(rule.opponents), to.slot_numbers(rule.slots)
    then = (
        to.teams(rule.then_teams),
        to.teams(rule.then_opponents),
        to.slot_numbers(rule.then_slots),
    )
    to.condition(
        rule,
        _cells(rule.side, *first),
        _cells(rule.then_side, *then),
        forbidden=rule.forbidden,
    )


def _cells(
    side: Side,
    teams: tuple[int, ...],
    opponents: tuple[int, ...],
    slots: tuple[int, ...],
) -> tuple[Cells, ...]:
    at_home, away = Cells(teams, opponents, slots), Cells(opponents, teams, slots)
    return {Side.HOME: (at_home,), Side.AWAY: (away,), Side.EITHER: (at_home, away)}[
        side
    ]
