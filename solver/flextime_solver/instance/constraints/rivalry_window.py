"""A rivalry that must be played in some slots."""

from flextime.domain.constraints.rivalry_window import RivalryWindow
from flextime_solver.instance.league_builder import Cells, LeagueBuilder


def contribute(rule: RivalryWindow, builder: LeagueBuilder) -> None:
    """Add one counter of the pair's games in the slots, at either host."""
    pair = builder.teams(rule.teams)
    builder.add_counter(
        rule, Cells(pair, pair, builder.slot_indices(rule.slots)), low=rule.min_games
    )
