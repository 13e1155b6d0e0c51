"""Games that may be played: who hosts whom, and when."""

from collections.abc import Iterator
from itertools import permutations
from typing import NamedTuple

from flextime.domain.ids import SlotId, TeamId
from flextime.domain.leagues.league import League
from flextime.domain.schedules.games import Schedule


class Placement(NamedTuple):
    """A game that may be played: who hosts whom, and when."""

    home: TeamId
    away: TeamId
    slot: SlotId


def placements(schedule: Schedule) -> frozenset[Placement]:
    """The games that stand, by who hosts whom and when."""
    return frozenset(
        Placement(game.home, game.away, game.slot)
        for game in schedule.games
        if game.slot is not None and game.takes_place
    )


def every_placement(league: League) -> Iterator[Placement]:
    """All games that the format knows of, in all slots."""
    for home, away in permutations((team.id for team in league.teams), 2):
        if league.format.meetings(home, away).at_most:
            for slot in league.calendar.slots:
                yield Placement(home, away, slot.id)
