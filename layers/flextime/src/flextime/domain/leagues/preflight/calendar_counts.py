"""Counting arguments on the capacity of the calendar: rounds, weeks and rest days."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from flextime.domain.constraints.games_per_week import GamesPerWeek
from flextime.domain.errors import Problem
from flextime.domain.ids import SlotId, TeamId
from flextime.domain.leagues.league import League
from flextime.domain.leagues.preflight.availability import Availability
from flextime.domain.leagues.preflight.hard_rules import applies_to, hard_rules
from flextime.domain.leagues.season import Round


def calendar_problems(availability: Availability) -> Iterator[Problem]:
    """Yield a problem where the calendar has fewer places than the format has games.

    The bounds are: rounds against games of a team; games of a team with its closed
    dates and days of rest; the sum of the largest matchings of all rounds against all
    games; games of a team under a weekly maximum; common rounds of a pair against its
    meetings.
    """
    league = availability.league
    games = league.format.games_per_team(len(league.teams))
    rounds = len(league.calendar.rounds)
    if rounds < games:
        yield Problem(
            "/calendar/rounds",
            f"each team plays {games} {league.units}, at most one in each round, but"
            f" the season has only {rounds} rounds",
        )
        return
    yield from _teams_without_room(availability, games)
    yield from _capacity_of_rounds(availability, games)
    yield from _weeks(availability, games)
    yield from _pairs_without_room(availability)


def _teams_without_room(availability: Availability, games: int) -> Iterator[Problem]:
    for team in availability.league.teams:
        maximum = availability.max_game_count(team.id)
        if maximum < games:
            yield Problem(
                "/calendar/rounds",
                f"{team.name} plays {games} {availability.league.units}, but its rest"
                " days and the dates on which it cannot play leave room for only"
                f" {maximum}",
            )


def _capacity_of_rounds(availability: Availability, games: int) -> Iterator[Problem]:
    league = availability.league
    needed = len(league.teams) * games // 2
    room = sum(_max_games(availability, round_) for round_ in league.calendar.rounds)
    if room < needed:
        yield Problem(
            "/calendar/rounds",
            f"the season has {needed} {league.units}, but its rounds have room for at"
            f" most {room}",
        )


def _max_games(availability: Availability, round_: Round) -> int:
    """Bound the games of a round by its available hosts and by half of its teams."""
    slots = [slot.id for slot in round_.slots]
    teams = [team.id for team in availability.league.teams]
    players = sum(any(availability.can_play(t, s) for s in slots) for t in teams)
    hosts = sum(any(availability.can_host(t, s) for s in slots) for t in teams)
    return min(players // 2, hosts)


def _weeks(availability: Availability, games: int) -> Iterator[Problem]:
    league = availability.league
    for at, rule in hard_rules(league, GamesPerWeek):
        for team in league.teams:
            if not applies_to(rule.teams, team.id):
                continue
            room = sum(
                min(rule.max_games, rounds)
                for rounds in _rounds_by_week(league, availability.playable(team.id))
            )
            if room < games:
                yield Problem(
                    f"{at}/max_games",
                    f"{team.name} plays {games} {league.units}, but at most"
                    f" {rule.max_games} a week leave room for only {room}",
                )


def _rounds_by_week(league: League, slots: frozenset[SlotId]) -> Iterator[int]:
    """Yield the rounds with a slot in each week; a round may count in two weeks."""
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
                f" but there are only {room} rounds in which both can play and one of"
                " them can host",
            )


def _common_rounds(availability: Availability, first: TeamId, second: TeamId) -> int:
    common = availability.playable(first) & availability.playable(second)
    hosted = availability.hostable(first) | availability.hostable(second)
    return availability.round_count(common & hosted)
