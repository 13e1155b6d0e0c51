"""Whether the season has room for the games."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from flextime.domain.constraints.games_per_week import GamesPerWeek
from flextime.domain.errors import Problem
from flextime.domain.ids import SlotId, TeamId
from flextime.domain.leagues.league import League
from flextime.domain.leagues.preflight.availability import Availability
from flextime.domain.leagues.preflight.hard_rules import chosen, hard_rules
from flextime.domain.leagues.season import Round


def calendar_problems(availability: Availability) -> Iterator[Problem]:
    league = availability.league
    games = league.format.games_per_team(len(league.teams))
    rounds = len(league.calendar.rounds)
    if rounds < games:
        yield Problem(
            "/calendar/rounds",
            f"each team plays {games} {league.units}, at most one a round, and the"
            " season has"
            f" {rounds} rounds",
        )
        return
    yield from _teams_without_room(availability, games)
    yield from _room_of_all_rounds(availability, games)
    yield from _weeks(availability, games)
    yield from _pairs_without_room(availability)


def _teams_without_room(availability: Availability, games: int) -> Iterator[Problem]:
    for team in availability.league.teams:
        most = availability.most_games(team.id)
        if most < games:
            yield Problem(
                "/calendar/rounds",
                f"{team.name} plays {games} {availability.league.units}, and between"
                " its rests and the dates on which it cannot play there is room for"
                f" {most}",
            )


def _room_of_all_rounds(availability: Availability, games: int) -> Iterator[Problem]:
    league = availability.league
    needed = len(league.teams) * games // 2
    room = sum(_most_games(availability, round_) for round_ in league.calendar.rounds)
    if room < needed:
        yield Problem(
            "/calendar/rounds",
            f"the season has {needed} {league.units}, and its rounds hold at most"
            f" {room}",
        )


def _most_games(availability: Availability, round_: Round) -> int:
    """Games that a round can hold: every game has a host and a second team."""
    slots = [slot.id for slot in round_.slots]
    teams = [team.id for team in availability.league.teams]
    players = sum(any(availability.can_play(t, s) for s in slots) for t in teams)
    hosts = sum(any(availability.can_host(t, s) for s in slots) for t in teams)
    return min(players // 2, hosts)


def _weeks(availability: Availability, games: int) -> Iterator[Problem]:
    league = availability.league
    for at, rule in hard_rules(league, GamesPerWeek):
        for team in league.teams:
            if not chosen(rule.teams, team.id):
                continue
            room = sum(
                min(rule.max_games, rounds)
                for rounds in _rounds_by_week(league, availability.playable(team.id))
            )
            if room < games:
                yield Problem(
                    f"{at}/max_games",
                    f"{team.name} plays {games} {league.units}, and with at most"
                    f" {rule.max_games} a week its season has room for {room}",
                )


def _rounds_by_week(league: League, slots: frozenset[SlotId]) -> Iterator[int]:
    """Rounds with a day in each week; a round over two weeks counts in both."""
    rounds: dict[tuple[int, int], set[int]] = defaultdict(set)
    for slot in slots:
        week = league.slot_by_id[slot].date.isocalendar()[:2]
        rounds[week].add(league.round_position[slot])
    return (len(touched) for touched in rounds.values())


def _pairs_without_room(availability: Availability) -> Iterator[Problem]:
    league = availability.league
    for first, second in combinations((team.id for team in league.teams), 2):
        needed = league.format.meetings(first, second).at_least
        room = _common_rounds(availability, first, second)
        if room < needed:
            names = f"{league.team_by_id[first].name} and"
            yield Problem(
                "/calendar/rounds",
                f"{names} {league.team_by_id[second].name} must meet {needed} times,"
                f" and there are {room} rounds in which both can play and one can host",
            )


def _common_rounds(availability: Availability, first: TeamId, second: TeamId) -> int:
    common = availability.playable(first) & availability.playable(second)
    hosted = availability.hostable(first) | availability.hostable(second)
    return availability.rounds_of(common & hosted)
