"""Counting argument on the maximum number of consecutive away games."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from flextime.domain.constraints.longest_away_run import LongestAwayRun
from flextime.domain.errors import Problem
from flextime.domain.ids import TeamId
from flextime.domain.leagues.preflight.availability import Availability
from flextime.domain.leagues.preflight.hard_rules import applies_to, hard_rules
from flextime.domain.leagues.season import Round


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Consecutive rounds in which a team cannot host, and its minimum of games."""

    rounds: tuple[Round, ...]
    min_games: int


def road_stretch_problems(availability: Availability) -> Iterator[Problem]:
    """Yield a problem where a team must play too many away games in a row.

    The games that do not fit into the other rounds of a team must be played in the
    rounds in which it cannot host, and so away from home.
    """
    league = availability.league
    rules = tuple(hard_rules(league, LongestAwayRun))
    if not rules:
        return
    games = league.format.games_per_team(len(league.teams))
    for team in league.teams:
        stretches = tuple(_stretches(availability, team.id, games))
        for at, rule in rules:
            for stretch in stretches:
                if (
                    applies_to(rule.teams, team.id)
                    and stretch.min_games > rule.max_games
                ):
                    first, last = stretch.rounds[0], stretch.rounds[-1]
                    yield Problem(
                        f"{at}/max_games",
                        f"{team.name} cannot host in rounds {first.id} to {last.id},"
                        f" where it must play at least {stretch.min_games} of its"
                        f" {games} {league.units}, but at most {rule.max_games}"
                        f" consecutive away {league.units} are allowed",
                    )


def _stretches(
    availability: Availability, team: TeamId, games: int
) -> Iterator[_Stretch]:
    """Yield each maximal sequence of rounds in which a team cannot host."""

    def hosts(round_: Round) -> bool:
        return any(availability.can_host(team, slot.id) for slot in round_.slots)

    for hosting, grouped in groupby(availability.league.calendar.rounds, key=hosts):
        if not hosting:
            rounds = tuple(grouped)
            slots = frozenset(slot.id for round_ in rounds for slot in round_.slots)
            elsewhere = availability.max_game_count(team, outside=slots)
            yield _Stretch(rounds, games - elsewhere)
