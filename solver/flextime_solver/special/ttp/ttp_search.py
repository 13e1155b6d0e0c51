"""Search of a travelling tournament by several methods that share the moves equally.

Beam search soon finds schedules of many teams that annealing reaches only after hours;
parallel tempering finds better ones of few teams and needs no table of bounds.
"""

from collections.abc import Sequence
from typing import Protocol, Self

from flextime_solver.instance.compiled_league import CompiledLeague
from flextime_solver.moves.search_state import SearchState
from flextime_solver.solution.conversion import PlacedGame
from flextime_solver.special.ttp.beam_search import BeamSearch, is_applicable
from flextime_solver.special.ttp.conversion import ttp_solution_of
from flextime_solver.special.ttp.params import BeamSearchParams, TtpAnnealingParams
from flextime_solver.special.ttp.ttp_parallel_tempering import TtpParallelTempering


class TtpMethod(Protocol):
    """A method that improves schedules step by step."""

    @property
    def moves(self) -> int:
        """Number of moves that it has made."""
        ...

    def step(self, progress: float) -> None:
        """Make some moves of a search at `progress` (0 to 1)."""
        ...


class TtpSearch:
    """Methods in turn: each step is made by the one with the fewest moves so far.

    Parameters
    ----------
    methods
        Methods of the search; of several with equally many moves the first is next.
    """

    def __init__(self, methods: Sequence[TtpMethod]) -> None:
        self._methods = methods

    @classmethod
    def of_league(
        cls,
        league: CompiledLeague,
        state: SearchState,
        games: list[PlacedGame],
        scale: float,
        annealing: TtpAnnealingParams,
        beams: BeamSearchParams,
    ) -> Self:
        """Return beam search, if it is applicable, and parallel tempering.

        Parameters
        ----------
        league
            Compiled league of a travelling tournament (`detect.is_ttp`).
        state
            Search state that gets every better schedule.
        games
            Initial schedule of parallel tempering, complete.
        scale
            Mean trip cost of the league in milli-points.
        annealing, beams
            Parameters of the two methods.
        """
        tempering = TtpParallelTempering.of_league(
            league, state, games, scale, annealing
        )
        solution = ttp_solution_of(league, games)
        if not is_applicable(solution, beams):
            return cls([tempering])
        return cls([BeamSearch(league, state, solution, scale, beams), tempering])

    @property
    def methods(self) -> Sequence[TtpMethod]:
        """Methods of the search."""
        return self._methods

    def step(self, progress: float) -> None:
        """Make some moves of a search at `progress` (0 to 1)."""
        min(self._methods, key=lambda method: method.moves).step(progress)
