"""Games that hard rules exclude one by one: the model has no variables for them."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from flextime.domain.constraints import Rule
from flextime.domain.constraints.group_games import GroupGames
from flextime.domain.constraints.no_sunday import NoSunday
from flextime.domain.constraints.opponent_games import OpponentGames
from flextime.domain.constraints.side import Side
from flextime.domain.constraints.team_games import TeamGames
from flextime.domain.constraints.team_unavailable import TeamUnavailable
from flextime.domain.constraints.venue_unavailable import VenueUnavailable
from flextime.domain.ids import SlotId, TeamId
from flextime.domain.leagues.league import League
from flextime.domain.leagues.season import Weekday
from flextime_solver.mip.placements import Placement


def forbidden_games(league: League, rules: Iterable[Rule]) -> frozenset[Placement]:
    """Return the placements that violate one of `rules` in every schedule."""
    return frozenset(
        place
        for rule in rules
        if type(rule) in _FORBIDS
        for place in _FORBIDS[type(rule)](league, rule)
    )


def _games(
    league: League,
    team: TeamId,
    slots: Iterable[SlotId],
    side: Side = Side.EITHER,
    opponents: Iterable[TeamId] | None = None,
) -> Iterator[Placement]:
    others = (other.id for other in league.teams)
    against = tuple(others if opponents is None else opponents)
    for slot in slots:
        for other in against:
            if other != team and side is not Side.AWAY:
                yield Placement(team, other, slot)
            if other != team and side is not Side.HOME:
                yield Placement(other, team, slot)


def _unavailable(league: League, rule: TeamUnavailable) -> Iterator[Placement]:
    return _games(league, rule.team, rule.slots)


def _venue_unavailable(league: League, rule: VenueUnavailable) -> Iterator[Placement]:
    return _games(league, rule.team, rule.slots, Side.HOME)


def _sundays(league: League, rule: NoSunday) -> Iterator[Placement]:
    slots = league.calendar.slots
    sundays = [s.id for s in slots if league.falls_on(s, (Weekday.SUNDAY,))]
    for team in rule.teams:
        yield from _games(league, team, sundays)


def _no_team_games(league: League, rule: TeamGames) -> Iterator[Placement]:
    if rule.max_games == 0:
        for team in rule.teams or tuple(league.team_by_id):
            yield from _games(league, team, rule.slots, rule.side)


def _no_opponents(league: League, rule: OpponentGames) -> Iterator[Placement]:
    if rule.max_games == 0:
        for team in rule.teams or tuple(league.team_by_id):
            yield from _games(league, team, rule.slots, rule.side, rule.opponents)


def _no_group_games(league: League, rule: GroupGames) -> Iterator[Placement]:
    if rule.max_games == 0:
        for team in rule.teams:
            yield from _games(league, team, rule.slots, rule.side, rule.opponents)


_FORBIDS: dict[type[Rule], Callable[[League, Any], Iterator[Placement]]] = {
    GroupGames: _no_group_games,
    NoSunday: _sundays,
    OpponentGames: _no_opponents,
    TeamGames: _no_team_games,
    TeamUnavailable: _unavailable,
    VenueUnavailable: _venue_unavailable,
}
