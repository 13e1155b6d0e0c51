"""Construction of one schedule of a travelling tournament by beam search.

Partial solutions with equally many games are compared by the distance travelled plus
the completion bounds of all teams (Frohner, Neumann and Raidl 2020,
doi 10.1007/978-3-030-43680-3_5). The order in which teams get their game of a round
changes the result much and unpredictably, so each construction is given one.
"""

import numpy as np

from flextime_solver.instance.compiled_league import Ints
from flextime_solver.special.ttp.completion_bound import CompletionBounds
from flextime_solver.special.ttp.partial_solution import (
    BeamInstance,
    PartialSolution,
    empty_partial_solutions,
)
from flextime_solver.special.ttp.successor_selection import select_successors
from flextime_solver.special.ttp.successors import (
    Successor,
    apply_successors,
    generate_successors,
)


class Beam:
    """The partial solutions of one level, which `expand` replaces by the next level's.

    Parameters
    ----------
    instance, bounds
        Data of the tournament and the completion bounds of its teams.
    width
        Most partial solutions that are kept.
    order
        Teams in the order in which they get their game of a round.
    successors_per_partial
        Successors that are stored at a level, as a multiple of `width`.
    """

    def __init__(
        self,
        instance: BeamInstance,
        bounds: CompletionBounds,
        width: int,
        order: Ints,
        successors_per_partial: int,
    ) -> None:
        self._instance, self._bounds = instance, bounds
        self._width = width
        self._order = order
        self._games = len(order) * (len(order) - 1)
        self._partials = empty_partial_solutions(instance, bounds.from_home)
        self._successors = np.zeros(successors_per_partial * width, Successor.dtype)
        self._seen = np.zeros(1 << (2 * width).bit_length(), np.uint64)
        self._levels: list[tuple[Ints, Ints, Ints]] = []

    @property
    def is_over(self) -> bool:
        """Whether all games are assigned, or no partial solution has a successor."""
        return len(self._levels) == self._games or len(self._partials) == 0

    def expand(self) -> int:
        """Extend the partial solutions by a game; return how many there were."""
        partials, successors = self._partials, self._successors
        count = generate_successors(
            partials, self._instance, self._bounds, self._order, successors
        )
        selected = self._select(count)
        self._partials = np.zeros(len(selected), PartialSolution.dtype)
        apply_successors(partials, self._instance, successors, selected, self._partials)
        kept = successors[selected]
        # Copies, because a view of the fields would keep all the others in memory.
        self._levels.append(
            (kept["parent"].copy(), kept["guest"].copy(), kept["host"].copy())
        )
        return len(partials)

    def _select(self, count: int) -> Ints:
        selected = np.zeros(min(count, self._width), np.int64)
        if count == 0:
            return selected
        number = select_successors(self._successors[:count], self._seen, selected)
        return selected[:number]

    def games(self) -> list[tuple[int, int, int]]:
        """Return the best complete schedule, as (round, guest, host) in order of time.

        The list is empty if there is none.
        """
        if len(self._levels) < self._games or len(self._partials) == 0:
            return []
        # After the last game the completion bounds are the distances home.
        travel = self._partials["travel"] + self._partials["remaining_bound"].sum(
            axis=1
        )
        row = int(travel.argmin())
        games = []
        for number in reversed(range(self._games)):
            parent, guest, host = self._levels[number]
            round_ = 2 * number // len(self._order)
            games.append((round_, int(guest[row]), int(host[row])))
            row = int(parent[row])
        return games[::-1]
