"""Counting arguments on TV windows and rivalry windows."""

from collections.abc import Iterator

from flextime.domain.constraints.rivalry_window import RivalryWindow
from flextime.domain.constraints.tv_window_demand import TvWindowDemand
from flextime.domain.errors import Problem
from flextime.domain.ids import SlotId, TeamId
from flextime.domain.leagues.preflight.availability import Availability
from flextime.domain.leagues.preflight.hard_rules import hard_rules


def window_problems(availability: Availability) -> Iterator[Problem]:
    """Yield a problem for each window that cannot have its minimum number of games.

    The bounds are: available teams, hosts and featured teams of a slot; half of the
    teams for the windows of one round; all games for the windows of the season; common
    rounds and meetings of a rivalry.
    """
    for at, rule in hard_rules(availability.league, TvWindowDemand):
        for place, slot in enumerate(rule.slots):
            room = _max_games(availability, slot, rule.featuring)
            if room < rule.min_games:
                yield Problem(
                    f"{at}/slots/{place}",
                    f"{slot} must have {rule.min_games} games of this kind, but the"
                    f" available teams can play at most {room}",
                )
    yield from _demand_of_rounds(availability)
    yield from _demand_of_season(availability)
    yield from _rivalries(availability)


def _max_games(
    availability: Availability, slot: SlotId, featuring: tuple[TeamId, ...] | None
) -> int:
    """Bound the games of a slot in which a featured team plays."""
    teams = [team.id for team in availability.league.teams]
    players = [team for team in teams if availability.can_play(team, slot)]
    hosts = sum(availability.can_host(team, slot) for team in players)
    room = min(len(players) // 2, hosts, *_other_maxima(availability, slot, featuring))
    if featuring is None:
        return room
    return min(room, len(set(players) & set(featuring)))


def _other_maxima(
    availability: Availability, slot: SlotId, featuring: tuple[TeamId, ...] | None
) -> Iterator[int]:
    """Yield the maxima of other constraints on the same games or a superset."""
    for _, rule in hard_rules(availability.league, TvWindowDemand):
        covers = rule.featuring is None or (
            featuring is not None and set(featuring) <= set(rule.featuring)
        )
        if slot in rule.slots and covers and rule.max_games is not None:
            yield rule.max_games


def _demand(availability: Availability) -> dict[SlotId, int]:
    """Return the largest minimum of each slot."""
    demand: dict[SlotId, int] = {}
    for _, rule in hard_rules(availability.league, TvWindowDemand):
        for slot in rule.slots:
            demand[slot] = max(demand.get(slot, 0), rule.min_games)
    return demand


def _demand_of_rounds(availability: Availability) -> Iterator[Problem]:
    demand = _demand(availability)
    maximum = len(availability.league.teams) // 2
    for place, round_ in enumerate(availability.league.calendar.rounds):
        needed = sum(demand.get(slot.id, 0) for slot in round_.slots)
        alone = max(demand.get(slot.id, 0) for slot in round_.slots)
        if needed > maximum >= alone:
            yield Problem(
                f"/calendar/rounds/{place}",
                f"the windows of round {round_.id} must have {needed} games together,"
                f" but a round can have at most {maximum}",
            )


def _demand_of_season(availability: Availability) -> Iterator[Problem]:
    league = availability.league
    games = len(league.teams) * league.format.games_per_team(len(league.teams)) // 2
    needed = sum(_demand(availability).values())
    if needed > games:
        yield Problem(
            "/constraints",
            f"the windows must have {needed} games together, but the season has only"
            f" {games}",
        )


def _rivalries(availability: Availability) -> Iterator[Problem]:
    league = availability.league
    for at, rule in hard_rules(league, RivalryWindow):
        first, second = rule.teams
        names = f"{league.team_by_id[first].name} and {league.team_by_id[second].name}"
        maximum = league.format.meetings(first, second).at_most
        if maximum < rule.min_games:
            yield Problem(
                f"{at}/min_games",
                f"{names} must meet {rule.min_games} times in their window, but the"
                f" format allows at most {maximum} meetings",
            )
        room = availability.round_count(
            {slot for slot in rule.slots if availability.can_meet(first, second, slot)}
        )
        if room < rule.min_games:
            yield Problem(
                f"{at}/slots",
                f"{names} must meet {rule.min_games} times in their window, but can"
                f" meet in only {room} of its rounds",
            )
