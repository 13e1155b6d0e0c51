"""Necessary condition of the separation of rematches: the length of the season."""

from collections.abc import Iterator
from itertools import combinations

from flextime.domain.constraints.rematch_separation import RematchSeparation
from flextime.domain.errors import Problem
from flextime.domain.leagues.league import League
from flextime.domain.leagues.preflight.hard_rules import hard_rules


def rematch_problems(league: League) -> Iterator[Problem]:
    """Yield a problem for each required separation that exceeds the whole season."""
    dates = league.calendar.dates
    if not (dates and _some_pair_meets_again(league)):
        return
    games_apart = league.format.games_per_team(len(league.teams)) - 1
    days_apart = (dates[-1] - dates[0]).days
    for at, rule in hard_rules(league, RematchSeparation):
        too_short = (games_apart < rule.min_games, days_apart < rule.min_days)
        if any(too_short) if rule.both else all(too_short):
            yield Problem(
                at,
                f"rematches must be {rule.required} apart, but the first and the last"
                f" game of a team are at most {games_apart} games and {days_apart} days"
                " apart",
            )


def _some_pair_meets_again(league: League) -> bool:
    size = len(league.teams)
    if league.format.games_per_team(size) > size - 1:
        return True
    pairs = combinations((team.id for team in league.teams), 2)
    return any(league.format.meetings(*pair).at_least > 1 for pair in pairs)
