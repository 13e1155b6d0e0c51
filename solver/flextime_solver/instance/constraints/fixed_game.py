"""A game that must be played at its host in some slots."""

from flextime.domain.constraints.fixed_game import FixedGame
from flextime_solver.instance.league_builder import Cells, LeagueBuilder


def contribute(rule: FixedGame, builder: LeagueBuilder) -> None:
    """Add one counter of the pair's games at the host in the slots."""
    home, away = builder.teams((rule.home, rule.away))
    builder.add_counter(
        rule, Cells((home,), (away,), builder.slot_indices(rule.slots)), low=1
    )
