"""A game that requires or forbids another one (RobinX GA2)."""

from flextime.domain.constraints.conditional_game import ConditionalGame
from flextime.domain.constraints.side import Side
from flextime_solver.instance.league_builder import Cells, LeagueBuilder


def contribute(rule: ConditionalGame, builder: LeagueBuilder) -> None:
    """Add two counters and the condition between them."""
    first = (
        builder.teams(rule.teams),
        builder.teams(rule.opponents),
        builder.slot_indices(rule.slots),
    )
    then = (
        builder.teams(rule.then_teams),
        builder.teams(rule.then_opponents),
        builder.slot_indices(rule.then_slots),
    )
    builder.add_condition(
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
