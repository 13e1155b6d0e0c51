"""The constraint catalogue: one module for each kind, and the list of all kinds.

A module holds the fields of its kind, their validation, and the evaluation of a
schedule. Modules may import `flextime.domain.leagues.season` and the values of
`flextime.domain.schedules`. In the code a constraint is also called a rule; `Rule` is
the base class of all kinds and `Constraint` the union of them.

RobinX names refer to Van Bulck, Goossens, Schönberger and Guajardo 2020, "RobinX: A
three-field classification and unified data format for round-robin sports timetabling",
European Journal of Operational Research 280(2), doi:10.1016/j.ejor.2019.07.023. OSSS
names refer to the Open Sports Scheduling Standard.
"""

from typing import Annotated, get_args

from flextime.domain.constraints.alternating_venues import AlternatingVenues
from flextime.domain.constraints.away_window import AwayWindow
from flextime.domain.constraints.break_difference import BreakDifference
from flextime.domain.constraints.carry_over import CarryOver
from flextime.domain.constraints.chosen_games import ChosenGames
from flextime.domain.constraints.conditional_game import ConditionalGame
from flextime.domain.constraints.fixed_game import FixedGame
from flextime.domain.constraints.game_costs import GameCosts
from flextime.domain.constraints.games_per_week import GamesPerWeek
from flextime.domain.constraints.group_games import GroupGames
from flextime.domain.constraints.home_away_balance import HomeAwayBalance
from flextime.domain.constraints.home_game_difference import HomeGameDifference
from flextime.domain.constraints.longest_away_run import LongestAwayRun
from flextime.domain.constraints.longest_home_run import LongestHomeRun
from flextime.domain.constraints.meeting_gap import MeetingGap
from flextime.domain.constraints.no_sunday import NoSunday
from flextime.domain.constraints.opponent_games import OpponentGames
from flextime.domain.constraints.opponent_window import OpponentWindow
from flextime.domain.constraints.paired_slots import PairedSlots
from flextime.domain.constraints.rematch_separation import RematchSeparation
from flextime.domain.constraints.rest_days import RestDays
from flextime.domain.constraints.rivalry_window import RivalryWindow
from flextime.domain.constraints.road_after_home import RoadAfterHome
from flextime.domain.constraints.road_trips import RoadTrips
from flextime.domain.constraints.rule import Deviation, Rule
from flextime.domain.constraints.running_balance import RunningBalance
from flextime.domain.constraints.season_edge import SeasonEdge
from flextime.domain.constraints.team_breaks import TeamBreaks
from flextime.domain.constraints.team_games import TeamGames
from flextime.domain.constraints.team_unavailable import TeamUnavailable
from flextime.domain.constraints.total_breaks import TotalBreaks
from flextime.domain.constraints.travel_limit import TravelLimit
from flextime.domain.constraints.travel_partners import TravelPartners
from flextime.domain.constraints.trip_opponents import TripOpponents
from flextime.domain.constraints.tv_window_demand import TvWindowDemand
from flextime.domain.constraints.venue_unavailable import VenueUnavailable
from flextime.domain.constraints.weekday_pattern import WeekdayPattern
from flextime.domain.constraints.weekend_home_minimum import WeekendHomeMinimum
from flextime.domain.discriminator import Discriminator

Constraint = Annotated[
    AlternatingVenues
    | AwayWindow
    | BreakDifference
    | CarryOver
    | ChosenGames
    | ConditionalGame
    | FixedGame
    | GameCosts
    | GamesPerWeek
    | GroupGames
    | HomeAwayBalance
    | HomeGameDifference
    | LongestAwayRun
    | LongestHomeRun
    | MeetingGap
    | NoSunday
    | OpponentGames
    | OpponentWindow
    | PairedSlots
    | RematchSeparation
    | RestDays
    | RivalryWindow
    | RoadAfterHome
    | RoadTrips
    | RunningBalance
    | SeasonEdge
    | TeamBreaks
    | TeamGames
    | TeamUnavailable
    | TotalBreaks
    | TravelLimit
    | TravelPartners
    | TripOpponents
    | TvWindowDemand
    | VenueUnavailable
    | WeekdayPattern
    | WeekendHomeMinimum,
    Discriminator("kind"),
]
"""A constraint of any kind, discriminated by its field `kind`."""

KINDS: tuple[type[Rule], ...] = get_args(get_args(Constraint)[0])
"""The classes of all kinds."""

__all__ = ["KINDS", "Constraint", "Deviation", "Rule"]
