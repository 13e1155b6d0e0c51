"""The solver's side of the catalogue: a twin module for every kind of rule.

A twin says what its rule counts, in the arrays that scorer, search and MIP models
share. Adding a kind means adding its twin here; the type checker misses none.
"""

from typing import assert_never

from flextime.domain.constraints import Constraint
from flextime.domain.constraints.away_window import AwayWindow
from flextime.domain.constraints.fixed_game import FixedGame
from flextime.domain.constraints.games_per_week import GamesPerWeek
from flextime.domain.constraints.home_away_balance import HomeAwayBalance
from flextime.domain.constraints.longest_away_run import LongestAwayRun
from flextime.domain.constraints.longest_home_run import LongestHomeRun
from flextime.domain.constraints.no_sunday import NoSunday
from flextime.domain.constraints.rematch_separation import RematchSeparation
from flextime.domain.constraints.rest_days import RestDays
from flextime.domain.constraints.rivalry_window import RivalryWindow
from flextime.domain.constraints.road_after_home import RoadAfterHome
from flextime.domain.constraints.season_edge import SeasonEdge
from flextime.domain.constraints.team_unavailable import TeamUnavailable
from flextime.domain.constraints.tv_window_demand import TvWindowDemand
from flextime.domain.constraints.venue_dark import VenueDark
from flextime.domain.constraints.weekday_pattern import WeekdayPattern
from flextime.domain.constraints.weekend_home_minimum import WeekendHomeMinimum
from flextime_solver.model.builder import Contributions
from flextime_solver.model.constraints import (
    away_window,
    fixed_game,
    games_per_week,
    home_away_balance,
    longest_away_run,
    longest_home_run,
    no_sunday,
    rematch_separation,
    rest_days,
    rivalry_window,
    road_after_home,
    season_edge,
    team_unavailable,
    tv_window_demand,
    venue_dark,
    weekday_pattern,
    weekend_home_minimum,
)


def contribute(rule: Constraint, to: Contributions) -> None:  # noqa: C901, PLR0912 - one arm a kind: the explicit list
    """Add what `rule` counts to the contributions of its league."""
    match rule:
        case AwayWindow():
            away_window.contribute(rule, to)
        case FixedGame():
            fixed_game.contribute(rule, to)
        case GamesPerWeek():
            games_per_week.contribute(rule, to)
        case HomeAwayBalance():
            home_away_balance.contribute(rule, to)
        case LongestAwayRun():
            longest_away_run.contribute(rule, to)
        case LongestHomeRun():
            longest_home_run.contribute(rule, to)
        case NoSunday():
            no_sunday.contribute(rule, to)
        case RematchSeparation():
            rematch_separation.contribute(rule, to)
        case RestDays():
            rest_days.contribute(rule, to)
        case RivalryWindow():
            rivalry_window.contribute(rule, to)
        case RoadAfterHome():
            road_after_home.contribute(rule, to)
        case SeasonEdge():
            season_edge.contribute(rule, to)
        case TeamUnavailable():
            team_unavailable.contribute(rule, to)
        case TvWindowDemand():
            tv_window_demand.contribute(rule, to)
        case VenueDark():
            venue_dark.contribute(rule, to)
        case WeekdayPattern():
            weekday_pattern.contribute(rule, to)
        case WeekendHomeMinimum():
            weekend_home_minimum.contribute(rule, to)
        case _:
            assert_never(rule)
