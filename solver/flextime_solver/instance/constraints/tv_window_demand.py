"""Limits on games in television windows."""

from flextime.domain.constraints.tv_window_demand import TvWindowDemand
from flextime_solver.instance.compiled_league import NO_LIMIT
from flextime_solver.instance.league_builder import Cells, LeagueBuilder


def contribute(rule: TvWindowDemand, builder: LeagueBuilder) -> None:
    """Add one counter per slot, of all games or of those of featured teams."""
    featured = builder.teams(rule.featuring)
    others = [team for team in builder.all_teams if team not in featured]
    high = NO_LIMIT if rule.max_games is None else rule.max_games
    for slot in rule.slots:
        here = builder.slot_indices((slot,))
        cells = [Cells(featured, builder.all_teams, here)]
        if others:
            cells.append(Cells(others, featured, here))
        builder.add_counter(rule, *cells, low=rule.min_games, high=high)
