"""The catalogue of rules: one module a kind, and the list of all of them."""

from typing import Annotated, get_args

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
from flextime.domain.constraints.rule import MAX_WEIGHT, Deviation, Rule
from flextime.domain.constraints.season_edge import SeasonEdge
from flextime.domain.constraints.team_unavailable import TeamUnavailable
from flextime.domain.constraints.tv_window_demand import TvWindowDemand
from flextime.domain.constraints.venue_dark import VenueDark
from flextime.domain.constraints.weekday_pattern import WeekdayPattern
from flextime.domain.constraints.weekend_home_minimum import WeekendHomeMinimum
from flextime.domain.tagged import ToldApartBy

Constraint = Annotated[
    AwayWindow
    | FixedGame
    | GamesPerWeek
    | HomeAwayBalance
    | LongestAwayRun
    | LongestHomeRun
    | NoSunday
    | RematchSeparation
    | RestDays
    | RivalryWindow
    | RoadAfterHome
    | SeasonEdge
    | TeamUnavailable
    | TvWindowDemand
    | VenueDark
    | WeekdayPattern
    | WeekendHomeMinimum,
    ToldApartBy("kind"),
]
"""A rule of any kind, told apart by `kind`."""

KINDS: tuple[type[Rule], ...] = get_args(get_args(Constraint)[0])

__all__ = ["KINDS", "MAX_WEIGHT", "Constraint", "Deviation", "Rule"]
