"""Travel of a team over a season under the three travel models of docs/model.md.

Every team starts and ends the season at home.
"""

from itertools import pairwise
from typing import TYPE_CHECKING

from flextime.domain.ids import TeamId, VenueId
from flextime.domain.leagues.goals import TravelModel

if TYPE_CHECKING:
    from flextime.domain.leagues.league import League
    from flextime.domain.schedules.games import Game
    from flextime.domain.schedules.timeline import TeamGame, Timeline

_MAX_GAP_DAYS = {
    TravelModel.ROUND_TRIPS: -1,
    TravelModel.THREE_DAY_RULE: 3,
    TravelModel.CHAIN: 100_000,
}
"""Largest number of days between two consecutive games of one trip."""


def travel_m(timeline: "Timeline", team: TeamId, model: TravelModel) -> int:
    """Return the metres that a team travels in a season under a travel model."""
    return sum(
        trip_m(timeline.league, team, [played.game for played in trip])
        for trip in trips(timeline.games_of(team), model)
    )


def trips(games: tuple["TeamGame", ...], model: TravelModel) -> list[list["TeamGame"]]:
    """Group a team's games away from home into trips that start and end at home.

    Parameters
    ----------
    games
        All games of one team in chronological order.
    """
    found: list[list[TeamGame]] = []
    previous: TeamGame | None = None
    for game in games:
        if game.travels:
            if previous is not None and _is_same_trip(previous, game, model):
                found[-1].append(game)
            else:
                found.append([game])
        previous = game
    return found


def _is_same_trip(previous: "TeamGame", game: "TeamGame", model: TravelModel) -> bool:
    gap_days = (game.date - previous.last_date).days
    return previous.travels and gap_days <= _MAX_GAP_DAYS[model]


def trip_m(league: "League", team: TeamId, games: list["Game"]) -> int:
    """Return the metres from a team's home through the venues of `games` and back."""
    home: _Stop = (team, None)
    stops = [home, *((game.home, game.venue) for game in games), home]
    return sum(_leg_m(league, start, end) for start, end in pairwise(stops))


_Stop = tuple[TeamId, VenueId | None]
"""The home team, and the venue when it is not that team's own."""


def _leg_m(league: "League", start: _Stop, end: _Stop) -> int:
    if start[1] is None and end[1] is None:
        return league.home_distance_m(start[0], end[0])
    return league.venue_distance_m(_venue(league, start), _venue(league, end))


def _venue(league: "League", stop: _Stop) -> VenueId:
    host, venue = stop
    return venue or league.team_by_id[host].home_venue
