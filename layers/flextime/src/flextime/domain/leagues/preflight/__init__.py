"""Counting arguments that find infeasible leagues within milliseconds.

Each module examines one necessary condition of feasibility, so a league with a
reported problem has no feasible schedule. A league without one may still be
infeasible; only the solver can prove that. Soft and inactive constraints are ignored.
"""

from flextime.domain.errors import Problem
from flextime.domain.leagues.league import League
from flextime.domain.leagues.preflight.availability import Availability
from flextime.domain.leagues.preflight.calendar_counts import calendar_problems
from flextime.domain.leagues.preflight.counted_games import counted_games_problems
from flextime.domain.leagues.preflight.fixed_games import fixed_game_problems
from flextime.domain.leagues.preflight.format_counts import format_problems
from flextime.domain.leagues.preflight.home_and_away import home_and_away_problems
from flextime.domain.leagues.preflight.rematches import rematch_problems
from flextime.domain.leagues.preflight.road_stretches import road_stretch_problems
from flextime.domain.leagues.preflight.windows import window_problems


def preflight(league: League) -> tuple[Problem, ...]:
    """Return reasons why no schedule can satisfy the hard constraints of a league.

    Parameters
    ----------
    league
        A league that passed `flextime.domain.leagues.references.validate_league`.

    Returns
    -------
    Problems with JSON pointers into the league document; empty if none was found.
    """
    if len(league.teams) < 2:
        return (Problem("/teams", "a league must have at least two teams"),)
    availability = Availability(league)
    return (
        *format_problems(league),
        *calendar_problems(availability),
        *home_and_away_problems(availability),
        *road_stretch_problems(availability),
        *fixed_game_problems(availability),
        *window_problems(availability),
        *counted_games_problems(availability),
        *rematch_problems(league),
    )
