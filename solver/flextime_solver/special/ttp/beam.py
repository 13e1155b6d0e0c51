"""A season of little travel, built game by game: the best partial tours are kept.

Beam search for the travelling tournament (Frohner, Neumann and Raidl 2020,
doi 10.1007/978-3-030-43680-3_5): partial tours of equally many games are compared by
their travel and what the rest of each team's trips costs at least. Which team is drawn
first in a round decides much, and nobody knows how: each beam draws an order.
"""

import numpy as np

from flextime_solver.instance.compiled_league import Ints
from flextime_solver.special.ttp.beam_step import (
    CONTINUATION,
    choose,
    go_on,
    list_continuations,
)
from flextime_solver.special.ttp.partial_tour import (
    Ground,
    PartialTour,
    before_the_first_game,
)
from flextime_solver.special.ttp.trips_to_go import TripsToGo

_ROOM = 6
"""Continuations for each partial tour, before the worse ones are dropped."""


class Beam:
    """One construction, a game of each partial tour at a step.

    Parameters
    ----------
    ground, trips
        Of the tournament.
    width
        Most partial tours that are kept.
    order
        Of teams: who is drawn first in each round.
    """

    def __init__(
        self, ground: Ground, trips: TripsToGo, width: int, order: Ints
    ) -> None:
        self._ground, self._trips = ground, trips
        self._width = width
        self._order = order
        self._games = len(order) * (len(order) - 1)
        self._tours = before_the_first_game(ground, trips.from_home)
        self._continuations = np.zeros(_ROOM * width, CONTINUATION)
        self._seen = np.zeros(1 << (2 * width).bit_length(), np.uint64)
        self._drawn: list[tuple[Ints, Ints, Ints]] = []

    @property
    def is_over(self) -> bool:
        """Whether all games are drawn, or no partial tour can go on."""
        return len(self._drawn) == self._games or len(self._tours) == 0

    def step(self) -> int:
        """Go on with each partial tour by one game; how many there were."""
        tours, continuations = self._tours, self._continuations
        count = list_continuations(
            tours, self._ground, self._trips, self._order, continuations
        )
        chosen = self._choose(count)
        self._tours = np.zeros(len(chosen), PartialTour.dtype)
        go_on(tours, self._ground, continuations, chosen, self._tours)
        kept = continuations[chosen]
        # Copies: a view of the fields would keep all the others too.
        self._drawn.append(
            (kept["before"].copy(), kept["guest"].copy(), kept["host"].copy())
        )
        return len(tours)

    def _choose(self, count: int) -> Ints:
        chosen = np.zeros(min(count, self._width), np.int64)
        if count == 0:
            return chosen
        return chosen[: choose(self._continuations[:count], self._seen, chosen)]

    def games(self) -> list[tuple[int, int, int]]:
        """Round, guest and host of each game of least travel; none if it is stuck."""
        if len(self._drawn) < self._games or len(self._tours) == 0:
            return []
        # The rest of the trips is the way home.
        travel = self._tours["travel"] + self._tours["to_go"].sum(axis=1)
        row = int(travel.argmin())
        games = []
        for number in reversed(range(self._games)):
            before, guest, host = self._drawn[number]
            games.append(
                (2 * number // len(self._order), int(guest[row]), int(host[row]))
            )
            row = int(before[row])
        return games[::-1]
