"""Whether a sound league can be scheduled at all: counting, in milliseconds.

Every argument is a necessary condition: what `preflight` reports has no schedule that
keeps all hard rules. A league it says nothing about may still have none; that is for
the solver to prove. Inactive and soft rules are not looked at.
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
    """Why no schedule of this league can keep its hard rules, as far as counting tells.

    Parameters
    ----------
    league
        Sound in its references (`flextime.domain.leagues.references.validate_league`).
    """
    if len(league.teams) < 2:
        return (Problem("/teams", "a league has at least two teams"),)
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
