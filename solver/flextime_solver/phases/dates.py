"""The dates of all games at once, where the local search chose one after another."""

from flextime_solver.lns.date_model import best_dates
from flextime_solver.lns.params import DateModelParams
from flextime_solver.phases.context import SearchContext


def optimise_dates(context: SearchContext, params: DateModelParams) -> None:
    """Choose the slot of every game within its round by a MIP, if time remains."""
    if context.stop.remaining_s() > 0:
        search, limit_s = context.search, context.limited_s(params.max_s)
        games = best_dates(context.league, search.best_games, limit_s, params)
        search.update_best(games)
