"""Placements: assignments of a game to a slot."""

from collections.abc import Iterator
from itertools import permutations
from typing import NamedTuple

from flextime.domain.ids import SlotId, TeamId
from flextime.domain.leagues.league import League
from flextime.domain.schedules.games import Schedule


class Placement(NamedTuple):
    """A game in a slot: the index (h, a, s) of a variable x."""

    home: TeamId
    away: TeamId
    slot: SlotId


def placements(schedule: Schedule) -> frozenset[Placement]:
    """Return the placements of a schedule's games that have a slot and count."""
    return frozenset(
        Placement(game.home, game.away, game.slot)
        for game in schedule.games
        if game.slot is not None and game.takes_place
    )


def all_placements(league: League) -> Iterator[Placement]:
    """Yield every game that the format allows, in every slot."""
    for home, away in permutations((team.id for team in league.teams), 2):
        if league.format.meetings(home, away).at_most:
            for slot in league.calendar.slots:
                yield Placement(home, away, slot.id)
