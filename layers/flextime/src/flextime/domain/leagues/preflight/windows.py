"""Whether TV windows and rivalry windows can be filled."""

from collections.abc import Iterator

from flextime.domain.constraints.rivalry_window import RivalryWindow
from flextime.domain.constraints.tv_window_demand import TvWindowDemand
from flextime.domain.errors import Problem
from flextime.domain.ids import SlotId, TeamId
from flextime.domain.leagues.preflight.availability import Availability
from flextime.domain.leagues.preflight.hard_rules import hard_rules


def window_problems(availability: Availability) -> Iterator[Problem]:
    for at, rule in hard_rules(availability.league, TvWindowDemand):
        for place, slot in enumerate(rule.slots):
            room = _room(availability, slot, rule.featuring)
            if room < rule.min_games:
                yield Problem(
                    f"{at}/slots/{place}",
                    f"{slot} must have {rule.min_games} games of this kind, and the"
                    f" teams that can play then make at most {room}",
                )
    yield from _demand_of_rounds(availability)
    yield from _demand_of_season(availability)
    yield from _rivalries(availability)


def _room(
    availability: Availability, slot: SlotId, featuring: tuple[TeamId, ...] | None
) -> int:
    """Games that a slot can hold, of those in which a featured team plays."""
    teams = [team.id for team in availability.league.teams]
    players = [team for team in teams if availability.can_play(team, slot)]
    hosts = sum(availability.can_host(team, slot) for team in players)
    room = min(len(players) // 2, hosts, *_limits(availability, slot, featuring))
    if featuring is None:
        return room
    return min(room, len(set(players) & set(featuring)))


def _limits(
    availability: Availability, slot: SlotId, featuring: tuple[TeamId, ...] | None
) -> Iterator[int]:
    """What other rules allow there at most, of the same games or of more."""
    for _, rule in hard_rules(availability.league, TvWindowDemand):
        covers = rule.featuring is None or (
            featuring is not None and set(featuring) <= set(rule.featuring)
        )
        if slot in rule.slots and covers and rule.max_games is not None:
            yield rule.max_games


def _demand(availability: Availability) -> dict[SlotId, int]:
    """Games that each slot must have by its most demanding rule."""
    demand: dict[SlotId, int] = {}
    for _, rule in hard_rules(availability.league, TvWindowDemand):
        for slot in rule.slots:
            demand[slot] = max(demand.get(slot, 0), rule.min_games)
    return demand


def _demand_of_rounds(availability: Availability) -> Iterator[Problem]:
    demand = _demand(availability)
    most = len(availability.league.teams) // 2
    for place, round_ in enumerate(availability.league.calendar.rounds):
        needed = sum(demand.get(slot.id, 0) for slot in round_.slots)
        alone = max(demand.get(slot.id, 0) for slot in round_.slots)
        if needed > most >= alone:
            yield Problem(
                f"/calendar/rounds/{place}",
                f"the windows of round {round_.id} must have {needed} games together,"
                f" and a round has at most {most}",
            )


def _demand_of_season(availability: Availability) -> Iterator[Problem]:
    league = availability.league
    games = len(league.teams) * league.format.games_per_team(len(league.teams)) // 2
    needed = sum(_demand(availability).values())
    if needed > games:
        yield Problem(
            "/constraints",
            f"the windows must have {needed} games together, and the season has"
            f" {games}",
        )


def _rivalries(availability: Availability) -> Iterator[Problem]:
    league = availability.league
    for at, rule in hard_rules(league, RivalryWindow):
        first, second = rule.teams
        names = f"{league.team_by_id[first].name} and {league.team_by_id[second].name}"
        most = league.format.meetings(first, second).at_most
        if most < rule.min_games:
            yield Problem(
                f"{at}/min_games",
                f"{names} must meet {rule.min_games} times in their window, and the"
                f" format has them meet at most {most} times",
            )
        room = availability.rounds_of(
            {slot for slot in rule.slots if availability.can_meet(first, second, slot)}
        )
        if room < rule.min_games:
            yield Problem(
                f"{at}/slots",
                f"{names} must meet {rule.min_games} times in their window, and can do"
                f" so in {room} of its rounds",
            )
