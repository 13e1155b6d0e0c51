"""A TV window counts the games in each of its slots, or those of featured teams."""

from flextime.domain.constraints.tv_window_demand import TvWindowDemand
from flextime_solver.instance.builder import Cells, Contributions
from flextime_solver.instance.compiled_league import NO_LIMIT


def contribute(rule: TvWindowDemand, to: Contributions) -> None:
    featured = to.teams(rule.featuring)
    others = [team for team in to.all_teams if team not in featured]
    high = NO_LIMIT if rule.max_games is None else rule.max_games
    for slot in rule.slots:
        here = to.slot_numbers((slot,))
        cells = [Cells(featured, to.all_teams, here)]
        if others:
            cells.append(Cells(others, featured, here))
        to.count(rule, *cells, low=rule.min_games, high=high)
