"""Counting arguments on the numbers of the format itself."""

from collections.abc import Iterator

from flextime.domain.errors import Problem
from flextime.domain.ids import TeamId
from flextime.domain.leagues.formats import PartialRoundRobin
from flextime.domain.leagues.league import League


def format_problems(league: League) -> Iterator[Problem]:
    """Yield a problem where the numbers of the format contradict each other.

    Teams times games must be even (the sum of degrees of a graph), and the minimum and
    maximum numbers of a team's meetings must include its number of games.
    """
    size = len(league.teams)
    games = league.format.games_per_team(size)
    if size * games % 2:
        yield Problem(
            "/format/games",
            f"{size} teams cannot play {games} {league.units} each: {size} times"
            f" {games} is odd, but every game has two teams",
        )
    yield from _meetings_of_teams(league, games)


def _meetings_of_teams(league: League, games: int) -> Iterator[Problem]:
    needed = {team.id: _min_games(league, team.id) for team in league.teams}
    for team in league.teams:
        if needed[team.id] > games:
            yield Problem(
                "/format",
                f"{team.name} has at least {needed[team.id]} {league.units} against"
                f" opponents that it must meet, but each team plays only {games}",
            )
    for team in league.teams:
        # An optional meeting counts only if the opponent has games left.
        extra = sum(
            _optional_games(league, team.id, other.id)
            for other in league.teams
            if other.id != team.id and needed[other.id] < games
        )
        if needed[team.id] + extra < games:
            yield Problem(
                _pairs_field(league),
                f"{team.name} can have at most {needed[team.id] + extra}"
                f" {league.units} against its possible opponents, but each team plays"
                f" {games}",
            )


def _min_games(league: League, team: TeamId) -> int:
    return sum(
        league.format.meetings(team, other.id).at_least
        for other in league.teams
        if other.id != team
    )


def _optional_games(league: League, first: TeamId, second: TeamId) -> int:
    meetings = league.format.meetings(first, second)
    return meetings.at_most - meetings.at_least


def _pairs_field(league: League) -> str:
    pairs_listed = (
        isinstance(league.format, PartialRoundRobin) and league.format.twice is not None
    )
    return "/format/twice" if pairs_listed else "/format/games"
