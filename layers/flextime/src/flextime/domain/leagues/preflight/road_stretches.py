"""Whether a team that cannot host for a while can keep its longest away run."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from flextime.domain.constraints.longest_away_run import LongestAwayRun
from flextime.domain.errors import Problem
from flextime.domain.ids import TeamId
from flextime.domain.leagues.preflight.availability import Availability
from flextime.domain.leagues.preflight.hard_rules import chosen, hard_rules
from flextime.domain.leagues.season import Round


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Rounds in a row in which a team hosts nobody, and games that fall into them."""

    rounds: tuple[Round, ...]
    least_games: int


def road_stretch_problems(availability: Availability) -> Iterator[Problem]:
    league = availability.league
    rules = tuple(hard_rules(league, LongestAwayRun))
    if not rules:
        return
    games = league.format.games_per_team(len(league.teams))
    for team in league.teams:
        stretches = tuple(_stretches(availability, team.id, games))
        for at, rule in rules:
            for stretch in stretches:
                if chosen(rule.teams, team.id) and stretch.least_games > rule.max_games:
                    first, last = stretch.rounds[0], stretch.rounds[-1]
                    yield Problem(
                        f"{at}/max_games",
                        f"{team.name} cannot host in rounds {first.id} to {last.id} and"
                        f" plays at least {stretch.least_games} of its {games}"
                        f" {league.units} there, all away; at most {rule.max_games} in"
                        " a row are allowed",
                    )


def _stretches(
    availability: Availability, team: TeamId, games: int
) -> Iterator[_Stretch]:
    """What finds no room in all other rounds is played in the stretch."""

    def hosts(round_: Round) -> bool:
        return any(availability.can_host(team, slot.id) for slot in round_.slots)

    for hosting, grouped in groupby(availability.league.calendar.rounds, key=hosts):
        if not hosting:
            rounds = tuple(grouped)
            slots = frozenset(slot.id for round_ in rounds for slot in round_.slots)
            elsewhere = availability.most_games(team, outside=slots)
            yield _Stretch(rounds, games - elsewhere)
