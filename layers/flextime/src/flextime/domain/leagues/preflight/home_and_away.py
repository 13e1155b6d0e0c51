"""Counting arguments on the home and away games of each team."""

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
from flextime.domain.leagues.preflight.hard_rules import applies_to, hard_rules
from flextime.domain.leagues.season import WEEKEND


@dataclass(frozen=True, slots=True)
class _Demand:
    """A minimum number of games and the JSON pointer to what requires it."""

    games: int
    at: str


def home_and_away_problems(availability: Availability) -> Iterator[Problem]:
    """Yield a problem where a team cannot have the required home or away games.

    The largest minimum of home games and the largest minimum of away games of a team
    must not exceed its games together, nor the home minimum the dates on which the team
    can host.
    """
    league = availability.league
    games = league.format.games_per_team(len(league.teams))
    yield from _odd_counts(league, games)
    yield from _weekends(availability)
    for team in league.teams:
        home = max(_home_demands(league, team.id, games), key=_size)
        away = max(_away_demands(league, team.id, games), key=_size)
        yield from _closed_dates(availability, team, home)
        if home.games + away.games > games:
            yield Problem(
                home.at,
                f"{team.name} must have at least {home.games} home {league.units} and"
                f" {away.games} away {league.units}, but plays only {games}",
            )


def _size(demand: _Demand) -> int:
    return demand.games


def _odd_counts(league: League, games: int) -> Iterator[Problem]:
    for at, rule in hard_rules(league, HomeAwayBalance):
        if games % 2 and rule.max_difference == 0:
            yield Problem(
                f"{at}/max_difference",
                f"an odd number of {games} {league.units} cannot be divided into equal"
                " numbers at home and away",
            )


def _weekends(availability: Availability) -> Iterator[Problem]:
    league = availability.league
    weekend = {s.id for s in league.calendar.slots if league.falls_on(s, WEEKEND)}
    for at, rule in hard_rules(league, WeekendHomeMinimum):
        for team in league.teams:
            room = availability.round_count(weekend & availability.hostable(team.id))
            if applies_to(rule.teams, team.id) and room < rule.min_games:
                yield Problem(
                    f"{at}/min_games",
                    f"{team.name} must host {rule.min_games} weekend {league.units},"
                    f" but can host in only {room} rounds with a weekend day",
                )


def _closed_dates(
    availability: Availability, team: Team, home: _Demand
) -> Iterator[Problem]:
    maximum = availability.max_home_game_count(team.id)
    if maximum < home.games:
        yield Problem(
            home.at,
            f"{team.name} must have at least {home.games} home"
            f" {availability.league.units}, but the dates on which it can host have"
            f" room for only {maximum}",
        )


def _home_demands(league: League, team: TeamId, games: int) -> Iterator[_Demand]:
    yield _Demand(_min_at_own_venue(league, team), "/format")
    yield from _half_of_games(league, team, games)
    for at, run in hard_rules(league, LongestAwayRun):
        if applies_to(run.teams, team):
            yield _Demand(games // (run.max_games + 1), f"{at}/max_games")
    for at, window in hard_rules(league, AwayWindow):
        if applies_to(window.teams, team) and games >= window.games:
            windows = games // window.games if window.where == "any" else 1
            home = windows * (window.games - window.max_away)
            yield _Demand(home, f"{at}/max_away")
    for at, edge in hard_rules(league, SeasonEdge):
        if applies_to(edge.teams, team):
            yield _Demand(edge.min_home, f"{at}/min_home")
    for at, weekend in hard_rules(league, WeekendHomeMinimum):
        if applies_to(weekend.teams, team):
            yield _Demand(weekend.min_games, f"{at}/min_games")


def _away_demands(league: League, team: TeamId, games: int) -> Iterator[_Demand]:
    yield _Demand(_min_at_own_venue(league, team), "/format")
    yield from _half_of_games(league, team, games)
    for at, run in hard_rules(league, LongestHomeRun):
        if applies_to(run.teams, team):
            yield _Demand(games // (run.max_games + 1), f"{at}/max_games")
    for at, edge in hard_rules(league, SeasonEdge):
        if applies_to(edge.teams, team):
            yield _Demand(edge.min_away, f"{at}/min_away")


def _half_of_games(league: League, team: TeamId, games: int) -> Iterator[_Demand]:
    for at, balance in hard_rules(league, HomeAwayBalance):
        already_reported = games % 2 and balance.max_difference == 0
        if applies_to(balance.teams, team) and not already_reported:
            minimum = (games - balance.max_difference + 1) // 2
            yield _Demand(max(0, minimum), f"{at}/max_difference")


def _min_at_own_venue(league: League, team: TeamId) -> int:
    """Sum over all opponents the meetings that cannot all be at the opponent."""
    return sum(
        max(0, allowed.at_least - allowed.at_most_at_one_venue)
        for other in league.teams
        if other.id != team
        for allowed in (league.format.meetings(team, other.id),)
    )
