"""Travel of a team over a season, under the three models that are compared.

Every team starts and ends the season at home. docs/model.md has the formulas.
"""

from itertools import pairwise
from typing import TYPE_CHECKING

from flextime.domain.ids import TeamId, VenueId
from flextime.domain.leagues.goals import TravelModel

if TYPE_CHECKING:
    from flextime.domain.leagues.league import League
    from flextime.domain.schedules.games import Game
    from flextime.domain.schedules.timeline import TeamGame, Timeline

_STAYS_AWAY_DAYS = {
    TravelModel.ROUND_TRIPS: -1,
    TravelModel.THREE_DAY_RULE: 3,
    TravelModel.CHAIN: 100_000,
}
"""Two away games in a row belong to one trip when at most so many days apart."""


def travel_m(timeline: "Timeline", team: TeamId, model: TravelModel) -> int:
    """Metres that a team travels in a season."""
    return sum(
        trip_m(timeline.league, team, [played.game for played in trip])
        for trip in trips(timeline.of(team), model)
    )


def trips(games: tuple["TeamGame", ...], model: TravelModel) -> list[list["TeamGame"]]:
    """A team's games on the road, grouped into trips that start and end at home."""
    found: list[list[TeamGame]] = []
    previous: TeamGame | None = None
    for game in games:
        if game.travels:
            if previous is not None and _goes_on(previous, game, model):
                found[-1].append(game)
            else:
                found.append([game])
        previous = game
    return found


def _goes_on(previous: "TeamGame", game: "TeamGame", model: TravelModel) -> bool:
    gap_days = (game.date - previous.last_date).days
    return previous.travels and gap_days <= _STAYS_AWAY_DAYS[model]


def trip_m(league: "League", team: TeamId, games: list["Game"]) -> int:
    """Metres from home through the venues of `games` and home again."""
    home: _Stop = (team, None)
    stops = [home, *((game.home, game.venue) for game in games), home]
    return sum(_leg_m(league, start, end) for start, end in pairwise(stops))


_Stop = tuple[TeamId, VenueId | None]
"""The team that hosts, and the venue where it is not the host's own."""


def _leg_m(league: "League", start: _Stop, end: _Stop) -> int:
    if start[1] is None and end[1] is None:
        return league.home_distance_m(start[0], end[0])
    return league.venue_distance_m(_venue(league, start), _venue(league, end))


def _venue(league: "League", stop: _Stop) -> VenueId:
    host, venue = stop
    return venue or league.team_by_id[host].home_venue
