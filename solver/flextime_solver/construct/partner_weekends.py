"""A start for leagues of travel partners: a schedule of pairs, then its games.

Two pairs of partners meet on a weekend of two rounds, in four games. Moves of single
games would break such weekends up, so they are searched as a league of their own, in
which pairs are teams and weekends are rounds. Travel partners as units of a schedule
go back to Campbell and Chen (1976), "A minimum distance basketball scheduling
problem", in Management Science in Sports.
"""

from collections.abc import Iterator

from flextime.domain.ids import SlotId, TeamId
from flextime.domain.runs.attempts import Instance
from flextime_solver.construct.params import PartnerWeekendParams
from flextime_solver.construct.partner_season import Days, PartnerSeason, Weekend
from flextime_solver.construct.random_rounds import random_games
from flextime_solver.instance.compiler import compile_league
from flextime_solver.search.local_search import LocalSearch
from flextime_solver.search.local_search_params import LocalSearchParams
from flextime_solver.solution.conversion import PlacedGame


def partner_weekend_games(
    instance: Instance, seed: int, params: PartnerWeekendParams | None = None
) -> list[PlacedGame]:
    """Return the games of a season of partner weekends.

    Parameters
    ----------
    seed
        Seed of the search for a schedule of pairs.
    params
        Default values if omitted.

    Returns
    -------
    No games if the instance has a start, if its league has no hard travel partners for
    all teams, or if its calendar has too few weekends for them.
    """
    params = params or PartnerWeekendParams()
    season = PartnerSeason.of(instance.league)
    if season is None or (instance.start is not None and instance.start.games):
        return []
    league = compile_league(Instance(season.as_league()))
    search = LocalSearch(league, random_games(league, seed), LocalSearchParams(), seed)
    anneal = search.annealing(params.anneal)
    for step in range(params.steps):
        search.advance(anneal, step / params.steps)
    return list(_games_of(season, search.best_games))


def _games_of(
    season: PartnerSeason, meetings: list[PlacedGame]
) -> Iterator[PlacedGame]:
    """Yield four games for each meeting of two pairs, then one within each pair."""
    busy: set[tuple[int, int]] = set()
    for home, away, place in meetings:
        yield from _meeting(season, home, away, season.weekends[place])
        busy |= {(home, place), (away, place)}
    if not season.partners_meet:
        return
    for pair in range(len(season.pairs)):
        for place, weekend in enumerate(season.weekends):
            if (pair, place) not in busy:
                yield _own_game(season, pair, weekend)
                break


def _meeting(
    season: PartnerSeason, home: int, away: int, weekend: Weekend
) -> Iterator[PlacedGame]:
    hosts, guests = season.pairs[home], season.pairs[away]
    first, second = _common_days(season, home, away, weekend)
    for turn, day in enumerate((first, second)):
        for place, host in enumerate(hosts):
            yield _placed(season, host, guests[(place + turn) % 2], day)


def _common_days(season: PartnerSeason, home: int, away: int, weekend: Weekend) -> Days:
    """Return days on which all four teams can play, or else those of the guests."""
    of_hosts = weekend.days[season.pairs[home]]
    of_guests = weekend.days[season.pairs[away]]
    shared = [days for days in of_guests if days in of_hosts]
    first, second = (round_.slots[0].id for round_ in weekend.rounds)
    return (*shared, *of_guests, *of_hosts, (first, second))[0]


def _own_game(season: PartnerSeason, pair: int, weekend: Weekend) -> PlacedGame:
    """Return a pair's game against each other, on the first day of the second round.

    Its first team hosts in every other pair.
    """
    partners = season.pairs[pair]
    host, guest = partners if pair % 2 == 0 else partners[::-1]
    return _placed(season, host, guest, weekend.rounds[1].slots[0].id)


def _placed(
    season: PartnerSeason, host: TeamId, guest: TeamId, day: SlotId
) -> PlacedGame:
    league = season.league
    number = {team.id: place for place, team in enumerate(league.teams)}
    return number[host], number[guest], league.slot_position[day]
