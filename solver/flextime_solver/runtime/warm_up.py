"""Compiles every kernel that a search needs and stores the machine code on disk."""

from datetime import date, timedelta

from flextime.domain.ids import LeagueId, RoundId, SlotId, TeamId, VenueId
from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.leagues.geography import Location
from flextime.domain.leagues.goals import Goals, TravelModel
from flextime.domain.leagues.league import League, Team, Venue
from flextime.domain.leagues.season import Round, SeasonCalendar, Slot
from flextime.domain.runs.attempts import Instance
from flextime_solver.lns.params import LnsParams
from flextime_solver.params import SolveParams
from flextime_solver.phases.params import (
    BoundParams,
    ImproveParams,
    PolishParams,
    TripModelParams,
)
from flextime_solver.search.local_search_params import LocalSearchParams
from flextime_solver.search.params import ConstraintAnnealingParams
from flextime_solver.solve import solve
from flextime_solver.special.ttp.params import BeamSearchParams
from flextime_solver.stop import MaxIterations

_TEAMS = 4
_FIRST_DAY = date(2025, 1, 4)
GOALS = (
    Goals(travel_model=TravelModel.THREE_DAY_RULE),
    Goals(travel_model=TravelModel.CHAIN),
    Goals(travel_points_per_km=0),
)


def warm_up() -> None:
    """Solve small leagues, one for each search with kernels of its own.

    It takes one to two minutes when no machine code is stored, else about a second.
    The leagues have trips of several days, one endless trip (a travelling tournament)
    and no travel costs (only constraints).
    """
    params = SolveParams(
        search=LocalSearchParams(moves_per_call=100),
        bound=BoundParams(trips=TripModelParams(enabled=False)),
        improve=ImproveParams(
            beams=BeamSearchParams(min_teams=_TEAMS),
            constraints=ConstraintAnnealingParams(moves_per_call=100),
        ),
        polish=PolishParams(lns=LnsParams(share=0.0)),
    )
    for goals in GOALS:
        league = small_league(goals)
        solve(Instance(league), params, MaxIterations(200), seed=1)


def small_league(goals: Goals) -> League:
    """Return a double round robin of four teams on consecutive Saturdays."""
    venues = tuple(
        Venue(VenueId(f"venue-{n}"), f"Venue {n}", Location(40 + n, -100, "UTC"))
        for n in range(_TEAMS)
    )
    rounds = tuple(
        Round(
            RoundId(f"round-{number}"),
            (Slot(SlotId(f"day-{number}"), _FIRST_DAY + timedelta(days=7 * number)),),
        )
        for number in range(2 * (_TEAMS - 1))
    )
    return League(
        id=LeagueId("warm-up"),
        name="Warm-up",
        sport="any",
        season="2025",
        teams=tuple(
            Team(TeamId(f"team-{n}"), f"Team {n}", f"T{n}", venue.id)
            for n, venue in enumerate(venues)
        ),
        venues=venues,
        calendar=SeasonCalendar(rounds),
        format=RoundRobin(),
        goals=goals,
    )
