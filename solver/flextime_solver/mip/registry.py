"""Registry of the builders that yield the violation terms of each kind of rule."""

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
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.violation_term import ViolationTerm

VIOLATION_TERMS: dict[
    type[Rule], Callable[[MipModel, Any], Iterator[ViolationTerm]]
] = {
    AlternatingVenues: alternating_venues.violation_terms,
    AwayWindow: away_window.violation_terms,
    BreakDifference: break_difference.violation_terms,
    CarryOver: carry_over.violation_terms,
    ChosenGames: chosen_games.violation_terms,
    ConditionalGame: conditional_game.violation_terms,
    FixedGame: fixed_game.violation_terms,
    GameCosts: game_costs.violation_terms,
    GamesPerWeek: games_per_week.violation_terms,
    GroupGames: group_games.violation_terms,
    HomeAwayBalance: home_away_balance.violation_terms,
    HomeGameDifference: home_game_difference.violation_terms,
    LongestAwayRun: longest_away_run.violation_terms,
    LongestHomeRun: longest_home_run.violation_terms,
    MeetingGap: meeting_gap.violation_terms,
    NoSunday: no_sunday.violation_terms,
    OpponentGames: opponent_games.violation_terms,
    OpponentWindow: opponent_window.violation_terms,
    PairedSlots: paired_slots.violation_terms,
    RematchSeparation: rematch_separation.violation_terms,
    RestDays: rest_days.violation_terms,
    RivalryWindow: rivalry_window.violation_terms,
    RoadAfterHome: road_after_home.violation_terms,
    RoadTrips: road_trips.violation_terms,
    RunningBalance: running_balance.violation_terms,
    SeasonEdge: season_edge.violation_terms,
    TeamBreaks: team_breaks.violation_terms,
    TeamGames: team_games.violation_terms,
    TeamUnavailable: team_unavailable.violation_terms,
    TotalBreaks: total_breaks.violation_terms,
    TravelLimit: travel_limit.violation_terms,
    TravelPartners: travel_partners.violation_terms,
    TripOpponents: trip_opponents.violation_terms,
    TvWindowDemand: tv_window_demand.violation_terms,
    VenueUnavailable: venue_unavailable.violation_terms,
    WeekdayPattern: weekday_pattern.violation_terms,
    WeekendHomeMinimum: weekend_home_minimum.violation_terms,
}
"""Builder of each kind: it yields the violation terms of a rule in a model."""
