"""The base rules, which follow from the format and the rounds of every league.

A league does not list them among its constraints. They are hard and have weight 1.
Two of them are the basic constraints of RobinX: BA1 (all games are scheduled) and BA2
(at most one game for each team and slot), doi:10.1016/j.ejor.2019.07.023.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from flextime.domain.constraints import Deviation
from flextime.domain.ids import TeamId
from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.schedules.games import GameStatus
from flextime.domain.schedules.timeline import Timeline, slot_of

BASE_RULES = (
    "unscheduled_game",
    "one_game_per_round",
    "games_per_team",
    "meetings",
    "phases",
)
"""Names of the base rules; reports use them as constraint ids."""


def structural_deviations(timeline: Timeline) -> Iterator[tuple[str, Deviation]]:
    """Yield the name of each violated base rule with its deviation."""
    for game in timeline.schedule.games:
        if not game.takes_place and game.status is not GameStatus.CANCELLED:
            yield (
                "unscheduled_game",
                Deviation(
                    1,
                    f"{timeline.name(game.away)} at {timeline.name(game.home)}"
                    " has no slot",
                    (game.home, game.away),
                    (game.id,),
                ),
            )
    for team in timeline.teams():
        yield from _one_game_per_round(timeline, team)
        yield from _games_of_team(timeline, team)
    for first, second in combinations(timeline.teams(), 2):
        yield from _meetings(timeline, first, second)
        yield from _phases(timeline, first, second)


def _one_game_per_round(
    timeline: Timeline, team: TeamId
) -> Iterator[tuple[str, Deviation]]:
    place = timeline.league.round_position
    per_round = Counter(place[played.slot.id] for played in timeline.games_of(team))
    for round_place, count in per_round.items():
        if count > 1:
            round_ = timeline.league.calendar.rounds[round_place]
            games = tuple(
                played.game.id
                for played in timeline.games_of(team)
                if place[played.slot.id] == round_place
            )
            yield (
                "one_game_per_round",
                Deviation(
                    count - 1,
                    f"{timeline.name(team)} plays {count} {timeline.league.units} in"
                    f" round {round_.id}",
                    (team,),
                    games,
                ),
            )


def _games_of_team(timeline: Timeline, team: TeamId) -> Iterator[tuple[str, Deviation]]:
    league = timeline.league
    needed = league.format.games_per_team(len(league.teams))
    found = len(timeline.games_of(team))
    if found != needed:
        yield (
            "games_per_team",
            Deviation(
                abs(found - needed),
                f"{timeline.name(team)} plays {found} {league.units}, the format"
                f" requires {needed}",
                (team,),
            ),
        )


def _meetings(
    timeline: Timeline, first: TeamId, second: TeamId
) -> Iterator[tuple[str, Deviation]]:
    allowed = timeline.league.format.meetings(first, second)
    played = timeline.between(first, second)
    hosted = sum(game.at_home for game in played)
    most_at_one_venue = max(hosted, len(played) - hosted)
    amount = (
        max(0, allowed.at_least - len(played))
        + max(0, len(played) - allowed.at_most)
        + max(0, most_at_one_venue - allowed.at_most_at_one_venue)
    )
    if amount:
        yield (
            "meetings",
            Deviation(
                amount,
                f"{timeline.name(first)} and {timeline.name(second)} meet"
                f" {len(played)} times ({hosted} times at {timeline.name(first)}), the"
                f" format requires {allowed.at_least} to {allowed.at_most} meetings,"
                f" at most {allowed.at_most_at_one_venue} of them at one venue",
                (first, second),
                tuple(game.game.id for game in played),
            ),
        )


def _phases(
    timeline: Timeline, first: TeamId, second: TeamId
) -> Iterator[tuple[str, Deviation]]:
    league = timeline.league
    if not (isinstance(league.format, RoundRobin) and league.format.phased):
        return
    rounds_per_phase = len(league.calendar.rounds) // league.format.times
    phases = Counter(
        league.round_position[slot_of(played.game)] // rounds_per_phase
        for played in timeline.between(first, second)
    )
    missing = [phase for phase in range(league.format.times) if phases[phase] == 0]
    if missing:
        yield (
            "phases",
            Deviation(
                len(missing),
                f"{timeline.name(first)} and {timeline.name(second)} do not meet in"
                f" part {' and '.join(str(phase + 1) for phase in missing)} of the"
                " season",
                (first, second),
            ),
        )
