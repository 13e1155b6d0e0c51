"""Seasons built by one beam after another, each polished by a short cooling.

What a beam comes to is a draw by the order of its teams, so that many are better than
one; which width pays best depends on the league, so all widths get as many moves.
"""

from collections.abc import Iterator

import numpy as np

from flextime_solver.annealing.adaptive_penalty import AdaptivePenalty
from flextime_solver.instance.compiled_league import CompiledLeague
from flextime_solver.moves.search_state import SearchState
from flextime_solver.special.ttp.beam import Beam
from flextime_solver.special.ttp.params import BeamSearchParams
from flextime_solver.special.ttp.partial_tour import MAX_BEAM_TEAMS, ground_of
from flextime_solver.special.ttp.tour import Tour
from flextime_solver.special.ttp.touring import Touring
from flextime_solver.special.ttp.trips_to_go import (
    MAX_METRES,
    table_bytes,
    trips_to_go,
)

_MAX_TABLE_BYTES = 128 << 20


def suits_beams(tour: Tour, params: BeamSearchParams) -> bool:
    """Whether its trips to go fit into a table, and its rules into partial tours."""
    return bool(
        params.min_teams <= tour.teams <= MAX_BEAM_TEAMS
        and tour.min_gap <= 1
        and table_bytes(tour.teams, _longest_trip(tour)) <= _MAX_TABLE_BYTES
        and tour.metres.max() * (tour.rounds + 1) < MAX_METRES
    )


def _longest_trip(tour: Tour) -> int:
    return min(int(tour.longest[0]), int(tour.teams) - 1)


class Beams:
    """A beam, the cooling of what it found, the next beam.

    Parameters
    ----------
    league, state
        A travelling tournament, and the state that gets every better schedule of it.
    tour
        Any tour of it; `suits_beams` tells what is possible.
    scale
        A mean journey, in milli-points.
    """

    def __init__(
        self,
        league: CompiledLeague,
        state: SearchState,
        tour: Tour,
        scale: float,
        params: BeamSearchParams,
    ) -> None:
        self._league, self._state = league, state
        self._scale, self._params = scale, params
        self._random = np.random.default_rng([int(state.random[0]), 1])
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
        self._state.evaluated = next(self._work)

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
        touring = Touring(self._league, self._state, placed, self._scale, seed)
        penalty, per_call = AdaptivePenalty(self._scale), self._params.moves_per_call
        price = penalty.initial
        # One call at least: it offers what the beam found.
        for made in range(0, max(1, moves), per_call):
            temperature = self._params.temperature(made / max(1, moves)) * self._scale
            feasible = touring.step(per_call, temperature, price)
            price = penalty.update(price, feasible, per_call, temperature)
            yield per_call
