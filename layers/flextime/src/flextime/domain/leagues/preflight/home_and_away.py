"""Whether each team can have as many home and away games as the rules ask for."""

from collections.abc import Iterator
from dataclasses import dataclass

from flextime.domain.constraints.away_window import AwayWindow
from flextime.domain.constraints.home_away_balance import HomeAwayBalance
from flextime.domain.constraints.longest_away_run import LongestAwayRun
from flextime.domain.constraints.longest_home_run import LongestHomeRun
from flextime.domain.constraints.season_edge import SeasonEdge
from flextime.domain.constraints.weekend_home_minimum import WeekendHomeMinimum
from flextime.domain.errors import Problem
from flextime.domain.ids import TeamId
from flextime.domain.leagues.league import League, Team
from flextime.domain.leagues.preflight.availability import Availability
from flextime.domain.leagues.preflight.hard_rules import chosen, hard_rules
from flextime.domain.leagues.season import WEEKEND


@dataclass(frozen=True, slots=True)
class _Demand:
    """A number of games that a rule asks for, and where it does."""

    games: int
    at: str


def home_and_away_problems(availability: Availability) -> Iterator[Problem]:
    league = availability.league
    games = league.format.games_per_team(len(league.teams))
    yield from _odd_counts(league, games)
    yield from _weekends(availability)
    for team in league.teams:
        home = max(_home_demands(league, team.id, games), key=_size)
        away = max(_away_demands(league, team.id, games), key=_size)
        yield from _too_few_dates(availability, team, home)
        if home.games + away.games > games:
            yield Problem(
                home.at,
                f"{team.name} must have at least {home.games} home {league.units} and"
                f" {away.games} away {league.units}, and plays {games}",
            )


def _size(demand: _Demand) -> int:
    return demand.games


def _odd_counts(league: League, games: int) -> Iterator[Problem]:
    for at, rule in hard_rules(league, HomeAwayBalance):
        if games % 2 and rule.max_difference == 0:
            yield Problem(
                f"{at}/max_difference",
                f"{games} {league.units} cannot be half at home: with an odd number,"
                " those at home and away differ by at least 1",
            )


def _weekends(availability: Availability) -> Iterator[Problem]:
    league = availability.league
    weekend = {s.id for s in league.calendar.slots if league.falls_on(s, WEEKEND)}
    for at, rule in hard_rules(league, WeekendHomeMinimum):
        for team in league.teams:
            room = availability.rounds_of(weekend & availability.hostable(team.id))
            if chosen(rule.teams, team.id) and room < rule.min_games:
                yield Problem(
                    f"{at}/min_games",
                    f"{team.name} must host {rule.min_games} weekend {league.units},"
                    " and can"
                    f" host in {room} rounds with a weekend day",
                )


def _too_few_dates(
    availability: Availability, team: Team, home: _Demand
) -> Iterator[Problem]:
    most = availability.most_home_games(team.id)
    if most < home.games:
        yield Problem(
            home.at,
            f"{team.name} must have at least {home.games}"
            f" home {availability.league.units}, and the dates on which it can host"
            " have"
            f" room for {most}",
        )


def _home_demands(league: League, team: TeamId, games: int) -> Iterator[_Demand]:
    yield _Demand(_least_at_own_venue(league, team), "/format")
    yield from _half_of_games(league, team, games)
    for at, run in hard_rules(league, LongestAwayRun):
        if chosen(run.teams, team):
            yield _Demand(games // (run.max_games + 1), f"{at}/max_games")
    for at, window in hard_rules(league, AwayWindow):
        if chosen(window.teams, team) and games >= window.games:
            windows = games // window.games if window.where == "any" else 1
            home = windows * (window.games - window.max_away)
            yield _Demand(home, f"{at}/max_away")
    for at, edge in hard_rules(league, SeasonEdge):
        if chosen(edge.teams, team):
            yield _Demand(edge.min_home, f"{at}/min_home")
    for at, weekend in hard_rules(league, WeekendHomeMinimum):
        if chosen(weekend.teams, team):
            yield _Demand(weekend.min_games, f"{at}/min_games")


def _away_demands(league: League, team: TeamId, games: int) -> Iterator[_Demand]:
    yield _Demand(_least_at_own_venue(league, team), "/format")
    yield from _half_of_games(league, team, games)
    for at, run in hard_rules(league, LongestHomeRun):
        if chosen(run.teams, team):
            yield _Demand(games // (run.max_games + 1), f"{at}/max_games")
    for at, edge in hard_rules(league, SeasonEdge):
        if chosen(edge.teams, team):
            yield _Demand(edge.min_away, f"{at}/min_away")


def _half_of_games(league: League, team: TeamId, games: int) -> Iterator[_Demand]:
    for at, balance in hard_rules(league, HomeAwayBalance):
        told_already = games % 2 and balance.max_difference == 0
        if chosen(balance.teams, team) and not told_already:
            least = (games - balance.max_difference + 1) // 2
            yield _Demand(max(0, least), f"{at}/max_difference")


def _least_at_own_venue(league: League, team: TeamId) -> int:
    """What a pair cannot play at one of the two, it plays at each of them."""
    return sum(
        max(0, allowed.at_least - allowed.at_most_at_one_venue)
        for other in league.teams
        if other.id != team
        for allowed in (league.format.meetings(team, other.id),)
    )
