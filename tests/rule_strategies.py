"""Hypothesis strategies for constraints of every kind."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from flextime.domain.constraints import KINDS, Constraint, Rule
from flextime.domain.constraints.alternating_venues import AlternatingVenues
from flextime.domain.constraints.away_window import AwayWindow
from flextime.domain.constraints.break_difference import BreakDifference
from flextime.domain.constraints.carry_over import CarryOver
from flextime.domain.constraints.chosen_games import ChosenGames
from flextime.domain.constraints.conditional_game import ConditionalGame
from flextime.domain.constraints.fixed_game import FixedGame
from flextime.domain.constraints.game_costs import GameCost, GameCosts
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
from flextime.domain.constraints.side import Side
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
from flextime.domain.ids import (
    ConstraintId,
    SlotId,
    TeamId,
)
from flextime.domain.leagues.formats import Pair
from flextime.domain.leagues.league import League
from flextime.domain.leagues.season import Weekday


@dataclass(frozen=True)
class Choices:
    """Strategies for the teams and slots of one league."""

    one: TeamId
    other: TeamId
    teams: st.SearchStrategy[tuple[TeamId, ...]]
    slots: st.SearchStrategy[tuple[SlotId, ...]]

    @property
    def filtered(self) -> st.SearchStrategy[tuple[TeamId, ...] | None]:
        return st.none() | self.teams


type Fields = dict[str, st.SearchStrategy[Any]]

_GAMES = st.integers(1, 4)
_FEW = st.integers(0, 2)
_SIDES = st.sampled_from(Side)


def _game_limits() -> Fields:
    """Strategies for a minimum and a maximum number of games."""
    return {"min_games": _FEW, "max_games": st.none() | st.integers(2, 3)}


def _pairs_of(names: "Choices") -> st.SearchStrategy[tuple[Pair, ...]]:
    pairs = st.sampled_from([(names.one, names.other), (names.other, names.one)])
    return st.lists(pairs, min_size=1, max_size=2, unique=True).map(tuple)


def _partners(teams: tuple[TeamId, ...], names: "Choices") -> tuple[Pair, ...]:
    """Pair adjacent teams of a list; a single team gives one fixed pair."""
    pairs = tuple(zip(teams[::2], teams[1::2], strict=False))
    return pairs or ((names.one, names.other),)


def _slot_pairs_of(
    names: "Choices",
) -> st.SearchStrategy[tuple[tuple[SlotId, SlotId], ...]]:
    pairs = st.tuples(names.slots, names.slots).map(lambda two: (two[0][0], two[1][-1]))
    return st.lists(pairs, min_size=1, max_size=3, unique=True).map(tuple)


def _costs_of(names: "Choices") -> st.SearchStrategy[tuple[GameCost, ...]]:
    cost = st.builds(
        GameCost,
        st.just(names.one),
        st.just(names.other),
        names.slots.map(lambda slots: slots[0]),
        st.integers(-5, 20),
    )
    return st.lists(cost, min_size=1, max_size=5).map(tuple)


# The limits are small enough to be satisfied by some schedules and violated by others.
FIELDS: dict[type[Rule], Callable[[Choices], Fields]] = {
    AlternatingVenues: lambda names: {"teams": names.filtered},
    BreakDifference: lambda names: {"max_difference": _FEW, "teams": names.filtered},
    CarryOver: lambda _: {"max_value": st.integers(0, 60)},
    ChosenGames: lambda names: {
        **_game_limits(),
        "games": _pairs_of(names),
        "slots": names.slots,
    },
    ConditionalGame: lambda names: {
        "teams": names.teams,
        "opponents": names.teams,
        "slots": names.slots,
        "then_teams": names.teams,
        "then_opponents": names.teams,
        "then_slots": names.slots,
        "forbidden": st.booleans(),
        "side": _SIDES,
        "then_side": _SIDES,
    },
    GameCosts: lambda names: {"costs": _costs_of(names), "max_cost": _FEW},
    GroupGames: lambda names: {
        **_game_limits(),
        "teams": names.teams,
        "opponents": names.teams,
        "slots": names.slots,
        "side": _SIDES,
        "each_slot": st.booleans(),
    },
    HomeGameDifference: lambda names: {
        "max_difference": _FEW,
        "side": _SIDES,
        "slots": st.none() | names.slots,
        "teams": names.filtered,
    },
    MeetingGap: lambda names: {
        "min_rounds": st.integers(0, 4),
        "max_rounds": st.none() | st.integers(4, 6),
        "teams": names.filtered,
    },
    OpponentGames: lambda names: {
        **_game_limits(),
        "opponents": names.teams,
        "slots": names.slots,
        "side": _SIDES,
        "each_opponent": st.booleans(),
        "teams": names.filtered,
    },
    OpponentWindow: lambda names: {
        **_game_limits(),
        "length": st.integers(1, 4),
        "unit": st.sampled_from(["rounds", "games"]),
        "side": _SIDES,
        "opponents": names.filtered,
        "teams": names.filtered,
    },
    PairedSlots: lambda names: {
        "slot_pairs": _slot_pairs_of(names),
        "teams": names.filtered,
    },
    RoadTrips: lambda names: {
        "min_trips": _GAMES,
        "slots": st.none() | names.slots,
        "teams": names.filtered,
    },
    RunningBalance: lambda names: {
        "max_difference": _FEW,
        "teams": names.filtered,
    },
    TeamBreaks: lambda names: {
        "min_breaks": _FEW,
        "max_breaks": st.integers(2, 3),
        "slots": names.slots,
        "side": _SIDES,
        "teams": names.filtered,
    },
    TeamGames: lambda names: {
        **_game_limits(),
        "slots": names.slots,
        "side": _SIDES,
        "teams": names.filtered,
    },
    TotalBreaks: lambda names: {
        "min_breaks": st.integers(0, 6),
        "max_breaks": st.integers(6, 8),
        "slots": st.none() | names.slots,
        "side": _SIDES,
        "teams": names.filtered,
    },
    TravelLimit: lambda names: {
        "max_km": st.integers(0, 40_000),
        "teams": names.filtered,
    },
    TravelPartners: lambda names: {
        "pairs": names.teams.map(lambda teams: _partners(teams, names)),
        "max_days": st.integers(1, 6),
        "side": _SIDES,
    },
    TripOpponents: lambda names: {
        **_game_limits(),
        "opponents": names.teams,
        "teams": names.filtered,
    },
    AwayWindow: lambda names: {
        "max_away": st.integers(0, 1),
        "games": st.integers(2, 4),
        "where": st.sampled_from(["any", "first", "last"]),
        "teams": names.filtered,
    },
    FixedGame: lambda names: {
        "home": st.just(names.one),
        "away": st.just(names.other),
        "slots": names.slots,
    },
    GamesPerWeek: lambda names: {"max_games": _GAMES, "teams": names.filtered},
    HomeAwayBalance: lambda names: {
        "max_difference": st.integers(0, 3),
        "teams": names.filtered,
    },
    LongestAwayRun: lambda names: {"max_games": _GAMES, "teams": names.filtered},
    LongestHomeRun: lambda names: {"max_games": _GAMES, "teams": names.filtered},
    NoSunday: lambda names: {"teams": names.teams},
    RematchSeparation: lambda _: {
        "min_games": _GAMES,
        "min_days": st.integers(0, 20),
        "both": st.booleans(),
    },
    RestDays: lambda names: {
        "min_rest_days": st.integers(0, 3),
        "teams": names.filtered,
    },
    RivalryWindow: lambda names: {
        "teams": st.just((names.one, names.other)),
        "slots": names.slots,
        "min_games": st.integers(1, 2),
    },
    RoadAfterHome: lambda names: {
        "road_day": st.just(Weekday.MONDAY),
        "home_day": st.sampled_from([Weekday.SATURDAY, Weekday.SUNDAY]),
        "nearby_km": st.integers(0, 1500),
        "teams": names.filtered,
    },
    SeasonEdge: lambda names: {
        "edge": st.sampled_from(["first", "last"]),
        "games": st.integers(4, 5),
        "min_home": st.integers(0, 2),
        "min_away": st.integers(0, 2),
        "teams": names.filtered,
    },
    TeamUnavailable: lambda names: {"team": st.just(names.one), "slots": names.slots},
    TvWindowDemand: lambda names: {
        "slots": names.slots,
        "min_games": st.integers(0, 1),
        "max_games": st.none() | st.integers(1, 3),
        "featuring": names.filtered,
    },
    VenueUnavailable: lambda names: {"team": st.just(names.one), "slots": names.slots},
    WeekdayPattern: lambda names: {
        "weekdays": st.lists(st.sampled_from(Weekday), min_size=2, max_size=3).map(
            tuple
        ),
        "teams": names.filtered,
    },
    WeekendHomeMinimum: lambda names: {"min_games": _GAMES, "teams": names.filtered},
}


@st.composite
def rules(
    draw: st.DrawFn,
    league: League,
    name: ConstraintId,
    kinds: tuple[type[Rule], ...] = KINDS,
) -> Constraint:
    """Draw a soft constraint of any of `kinds` on teams and slots of `league`."""
    teams = [team.id for team in league.teams]
    slots = [slot.id for slot in league.calendar.slots]
    one, other = draw(st.permutations(teams))[:2]
    choices = Choices(one, other, _names_of(teams), _names_of(slots))
    kind = draw(st.sampled_from(kinds))
    fields = draw(st.fixed_dictionaries(FIELDS[kind](choices)))
    weight = draw(st.integers(1, 1000))
    make: Callable[..., Constraint] = kind  # type: ignore[assignment]  # a kind's class
    return make(id=name, hard=False, weight=weight, **fields)


def _names_of[T](names: list[T]) -> st.SearchStrategy[tuple[T, ...]]:
    chosen = st.lists(st.sampled_from(names), min_size=1, max_size=5, unique=True)
    return chosen.map(tuple)
