"""Compiles everything that a search needs and leaves the machine code on disk."""

from datetime import date, timedelta

from flextime.domain.ids import LeagueId, RoundId, SlotId, TeamId, VenueId
from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.leagues.geography import Location
from flextime.domain.leagues.goals import Goals, TravelModel
from flextime.domain.leagues.league import League, Team, Venue
from flextime.domain.leagues.season import Round, SeasonCalendar, Slot
from flextime.domain.runs.attempts import Instance
from flextime_solver.params import SolveParams
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
    """Solve leagues of four teams; one to two minutes when nothing is cached.

    Where no trip ends the league is a travelling tournament, and where only rules cost
    anything a double round robin of rules: each has a search of its own.
    """
    params = SolveParams(
        moves_per_call=100,
        beams=BeamSearchParams(min_teams=_TEAMS),
        rules=ConstraintAnnealingParams(moves_per_call=100),
        choose_trips=False,
        neighbourhood_share=0.0,
    )
    for goals in GOALS:
        league = small_league(goals)
        solve(Instance(league), params, MaxIterations(200), seed=1)


def small_league(goals: Goals) -> League:
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
