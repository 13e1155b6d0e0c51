"""Compilation of constraints: one module per kind, named like the module in the domain.

Each module adds what its constraint counts to the arrays of the league, which
evaluation, search and MIP models share. To add a kind, add its module here; the type
checker reports a kind that is missing.
"""

from typing import assert_never

from flextime.domain.constraints import Constraint
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
from flextime_solver.instance.constraints import (
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
from flextime_solver.instance.league_builder import LeagueBuilder


def contribute(rule: Constraint, builder: LeagueBuilder) -> None:  # noqa: C901, PLR0912, PLR0915 - one arm a kind: the explicit list
    """Add the counters and rules of `rule` to the league under construction."""
    match rule:
        case AlternatingVenues():
            alternating_venues.contribute(rule, builder)
        case AwayWindow():
            away_window.contribute(rule, builder)
        case BreakDifference():
            break_difference.contribute(rule, builder)
        case ChosenGames():
            chosen_games.contribute(rule, builder)
        case FixedGame():
            fixed_game.contribute(rule, builder)
        case GameCosts():
            game_costs.contribute(rule, builder)
        case GamesPerWeek():
            games_per_week.contribute(rule, builder)
        case GroupGames():
            group_games.contribute(rule, builder)
        case HomeAwayBalance():
            home_away_balance.contribute(rule, builder)
        case HomeGameDifference():
            home_game_difference.contribute(rule, builder)
        case LongestAwayRun():
            longest_away_run.contribute(rule, builder)
        case LongestHomeRun():
            longest_home_run.contribute(rule, builder)
        case MeetingGap():
            meeting_gap.contribute(rule, builder)
        case NoSunday():
            no_sunday.contribute(rule, builder)
        case OpponentGames():
            opponent_games.contribute(rule, builder)
        case OpponentWindow():
            opponent_window.contribute(rule, builder)
        case PairedSlots():
            paired_slots.contribute(rule, builder)
        case RematchSeparation():
            rematch_separation.contribute(rule, builder)
        case RestDays():
            rest_days.contribute(rule, builder)
        case RivalryWindow():
            rivalry_window.contribute(rule, builder)
        case RoadAfterHome():
            road_after_home.contribute(rule, builder)
        case RoadTrips():
            road_trips.contribute(rule, builder)
        case RunningBalance():
            running_balance.contribute(rule, builder)
        case SeasonEdge():
            season_edge.contribute(rule, builder)
        case TeamBreaks():
            team_breaks.contribute(rule, builder)
        case TeamGames():
            team_games.contribute(rule, builder)
        case TeamUnavailable():
            team_unavailable.contribute(rule, builder)
        case TotalBreaks():
            total_breaks.contribute(rule, builder)
        case TripOpponents():
            trip_opponents.contribute(rule, builder)
        case TvWindowDemand():
            tv_window_demand.contribute(rule, builder)
        case VenueUnavailable():
            venue_unavailable.contribute(rule, builder)
        case WeekdayPattern():
            weekday_pattern.contribute(rule, builder)
        case WeekendHomeMinimum():
            weekend_home_minimum.contribute(rule, builder)
        case CarryOver():
            carry_over.contribute(rule, builder)
        case ConditionalGame():
            conditional_game.contribute(rule, builder)
        case TravelLimit():
            travel_limit.contribute(rule, builder)
        case TravelPartners():
            travel_partners.contribute(rule, builder)
        case _:
            assert_never(rule)
