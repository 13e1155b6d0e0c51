"""The rows of every kind of rule: the list that the model is built from."""

from collections.abc import Callable, Iterator
from typing import Any

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
from flextime.domain.constraints.rule import Rule
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
from flextime_solver.mip.constraints import (
    alternating_venues,
    away_window,
    break_difference,
    carry_over,
    chosen_games,
    conditional_game,
    fixed_game,
    game_costs,
    games_per_week,
    group_games,
    home_away_balance,
    home_game_difference,
    longest_away_run,
    longest_home_run,
    meeting_gap,
    no_sunday,
    opponent_games,
    opponent_window,
    paired_slots,
    rematch_separation,
    rest_days,
    rivalry_window,
    road_after_home,
    road_trips,
    running_balance,
    season_edge,
    team_breaks,
    team_games,
    team_unavailable,
    total_breaks,
    travel_limit,
    travel_partners,
    trip_opponents,
    tv_window_demand,
    venue_unavailable,
    weekday_pattern,
    weekend_home_minimum,
)
from flextime_solver.mip.model import SeasonModel
from flextime_solver.mip.violation_term import Unit

UNITS: dict[type[Rule], Callable[[SeasonModel, Any], Iterator[Unit]]] = {
    AlternatingVenues: alternating_venues.units,
    AwayWindow: away_window.units,
    BreakDifference: break_difference.units,
    CarryOver: carry_over.units,
    ChosenGames: chosen_games.units,
    ConditionalGame: conditional_game.units,
    FixedGame: fixed_game.units,
    GameCosts: game_costs.units,
    GamesPerWeek: games_per_week.units,
    GroupGames: group_games.units,
    HomeAwayBalance: home_away_balance.units,
    HomeGameDifference: home_game_difference.units,
    LongestAwayRun: longest_away_run.units,
    LongestHomeRun: longest_home_run.units,
    MeetingGap: meeting_gap.units,
    NoSunday: no_sunday.units,
    OpponentGames: opponent_games.units,
    OpponentWindow: opponent_window.units,
    PairedSlots: paired_slots.units,
    RematchSeparation: rematch_separation.units,
    RestDays: rest_days.units,
    RivalryWindow: rivalry_window.units,
    RoadAfterHome: road_after_home.units,
    RoadTrips: road_trips.units,
    RunningBalance: running_balance.units,
    SeasonEdge: season_edge.units,
    TeamBreaks: team_breaks.units,
    TeamGames: team_games.units,
    TeamUnavailable: team_unavailable.units,
    TotalBreaks: total_breaks.units,
    TravelLimit: travel_limit.units,
    TravelPartners: travel_partners.units,
    TripOpponents: trip_opponents.units,
    TvWindowDemand: tv_window_demand.units,
    VenueUnavailable: venue_unavailable.units,
    WeekdayPattern: weekday_pattern.units,
    WeekendHomeMinimum: weekend_home_minimum.units,
}
"""For each kind, its units in a model: the places where a schedule can break it."""
