"""Repeated beam search: each schedule constructed is improved by a short anneal.

The order of teams, which each construction draws at random, decides much of its result,
so many constructions are better than one wide one. No width is the best for every
tournament, so all widths get equally many moves.
"""

from collections.abc import Iterator

import numpy as np

from flextime_solver.annealing.adaptive_penalty import AdaptivePenalty
from flextime_solver.instance.compiled_league import CompiledLeague
from flextime_solver.moves.search_state import SearchState
from flextime_solver.special.ttp.beam import Beam
from flextime_solver.special.ttp.completion_bound import (
    MAX_METRES,
    completion_bounds,
    table_bytes,
)
from flextime_solver.special.ttp.params import BeamSearchParams
from flextime_solver.special.ttp.partial_solution import (
    MAX_BEAM_TEAMS,
    beam_instance_of,
)
from flextime_solver.special.ttp.ttp_annealer import TtpAnnealer
from flextime_solver.special.ttp.ttp_solution import TtpSolution


def is_applicable(solution: TtpSolution, params: BeamSearchParams) -> bool:
    """Return whether a tournament fits the records and tables of beam search.

    Completion bounds need a table that grows exponentially with the teams and short
    runs; partial solutions know the last opponent only, so the minimum gap between the
    games of a pair must be 0 or 1 rounds.
    """
    max_bytes = params.max_table_bytes
    return bool(
        params.min_teams <= solution.teams <= MAX_BEAM_TEAMS
        and solution.min_gap <= 1
        and table_bytes(solution.teams, _max_trip(solution)) <= max_bytes
        and solution.distance_m.max() * (solution.rounds + 1) < MAX_METRES
    )


def _max_trip(solution: TtpSolution) -> int:
    return min(int(solution.max_run[0]), int(solution.teams) - 1)


class BeamSearch:
    """Beam searches of all widths, one after another, until the search is over.

    Parameters
    ----------
    league
        Compiled league of a travelling tournament.
    state
        Search state that gets every better schedule.
    solution
        Any schedule of the tournament, for which `is_applicable` holds.
    scale
        Mean trip cost of the league in milli-points.
    params
        Widths of the beams and parameters of the anneals.
    """

    def __init__(
        self,
        league: CompiledLeague,
        state: SearchState,
        solution: TtpSolution,
        scale: float,
        params: BeamSearchParams,
    ) -> None:
        self._league, self._state = league, state
        self._scale, self._params = scale, params
        self._random = np.random.default_rng([int(state.random[0]), 1])
        teams = int(solution.teams)
        self._instance = beam_instance_of(solution, self._random)
        self._bounds = completion_bounds(
            solution.distance_m[:teams, :teams], _max_trip(solution)
        )
        self._moves = dict.fromkeys(params.widths, 0)
        self._work = self._run_repeatedly()

    @property
    def moves(self) -> int:
        """Number of partial solutions extended and of moves made."""
        return sum(self._moves.values())

    @property
    def moves_by_width(self) -> dict[int, int]:
        """Number of moves for each beam width."""
        return dict(self._moves)

    def step(self, progress: float) -> None:
        """Expand the present beam once, or make moves on the schedule that it found.

        Constructions repeat without end, whatever the search's `progress` is.
        """
        del progress
        self._state.evaluated = next(self._work)

    def _run_repeatedly(self) -> Iterator[int]:
        while True:
            width = min(self._moves, key=self._moves.__getitem__)
            for moves in self._construct(width):
                self._moves[width] += moves
                yield moves

    def _construct(self, width: int) -> Iterator[int]:
        order = self._random.permutation(int(self._instance.teams))
        beam = Beam(
            self._instance,
            self._bounds,
            width,
            order,
            self._params.successors_per_partial,
        )
        extended = 0
        while not beam.is_over:
            moves = beam.expand()
            extended += moves
            yield moves
        if games := beam.games():
            yield from self._polish(games, int(extended * self._params.polish_share))

    def _polish(self, games: list[tuple[int, int, int]], moves: int) -> Iterator[int]:
        slots = self._league.round_slots
        placed = [(host, guest, int(slots[round_])) for round_, guest, host in games]
        seed = int(self._random.integers(2**62))
        annealer = TtpAnnealer(self._league, self._state, placed, self._scale, seed)
        penalty, per_call = AdaptivePenalty(self._scale), self._params.moves_per_call
        weight = penalty.initial
        # At least one call, because that records what the beam found.
        for made in range(0, max(1, moves), per_call):
            temperature = self._params.temperature(made / max(1, moves)) * self._scale
            feasible = annealer.step(per_call, temperature, weight)
            weight = penalty.update(weight, feasible, per_call, temperature)
            yield per_call
