"""Seasons built by one beam after another, each polished by a short cooling.

What a beam comes to is a draw by the order of its teams, so that many are better than
one; which width pays best depends on the league, so all widths get as many moves.
"""

from collections.abc import Iterator

import numpy as np

from flextime_solver.model.compiled import CompiledLeague
from flextime_solver.params import BeamParams
from flextime_solver.search.hard_price import first_price, next_price
from flextime_solver.search.walk import Walk
from flextime_solver.tournament.beam import Beam
from flextime_solver.tournament.partial_tour import MOST_BEAM_TEAMS, ground_of
from flextime_solver.tournament.tour import Tour
from flextime_solver.tournament.touring import Touring
from flextime_solver.tournament.trips_to_go import (
    MOST_METRES,
    table_bytes,
    trips_to_go,
)

_MOST_TABLE_BYTES = 128 << 20


def suits_beams(tour: Tour, params: BeamParams) -> bool:
    """Whether its trips to go fit into a table, and its rules into partial tours."""
    return bool(
        params.fewest_teams <= tour.teams <= MOST_BEAM_TEAMS
        and tour.least_gap <= 1
        and table_bytes(tour.teams, _longest_trip(tour)) <= _MOST_TABLE_BYTES
        and tour.metres.max() * (tour.rounds + 1) < MOST_METRES
    )


def _longest_trip(tour: Tour) -> int:
    return min(int(tour.longest[0]), int(tour.teams) - 1)


class Beams:
    """A beam, the cooling of what it found, the next beam.

    Parameters
    ----------
    league, walk
        A travelling tournament, and the walk that gets every better schedule of it.
    tour
        Any tour of it; `suits_beams` tells what is possible.
    scale
        A mean journey, in milli-points.
    """

    def __init__(
        self,
        league: CompiledLeague,
        walk: Walk,
        tour: Tour,
        scale: float,
        params: BeamParams,
    ) -> None:
        self._league, self._walk = league, walk
        self._scale, self._params = scale, params
        self._random = np.random.default_rng([int(walk.random[0]), 1])
        teams = int(tour.teams)
        self._ground = ground_of(tour, self._random)
        self._trips = trips_to_go(tour.metres[:teams, :teams], _longest_trip(tour))
        self._moves = dict.fromkeys(params.widths, 0)
        self._work = self._one_after_another()

    @property
    def moves(self) -> int:
        """So many times a partial tour went on by a game, or a tour was moved."""
        return sum(self._moves.values())

    def step(self) -> None:
        """One game of the present beam, or some thousand moves on what it found."""
        self._walk.evaluated = next(self._work)

    def _one_after_another(self) -> Iterator[int]:
        while True:
            width = min(self._moves, key=self._moves.__getitem__)
            for moves in self._construct(width):
                self._moves[width] += moves
                yield moves

    def _construct(self, width: int) -> Iterator[int]:
        order = self._random.permutation(int(self._ground.teams))
        beam = Beam(self._ground, self._trips, width, order)
        built = 0
        while not beam.is_over:
            moves = beam.step()
            built += moves
            yield moves
        if games := beam.games():
            yield from self._polish(games, int(built * self._params.polish_share))

    def _polish(self, games: list[tuple[int, int, int]], moves: int) -> Iterator[int]:
        slots = self._league.round_slots
        placed = [(host, guest, int(slots[round_])) for round_, guest, host in games]
        seed = int(self._random.integers(2**62))
        touring = Touring(self._league, self._walk, placed, self._scale, seed)
        price, per_call = first_price(self._scale), self._params.moves_per_call
        # One call at least: it offers what the beam found.
        for made in range(0, max(1, moves), per_call):
            temperature = self._params.temperature(made / max(1, moves)) * self._scale
            feasible = touring.step(per_call, temperature, price)
            price = next_price(price, feasible, per_call, temperature, self._scale)
            yield per_call
