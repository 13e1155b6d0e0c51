"""The incumbent shared by the worker processes of one machine."""

from multiprocessing import get_context

import numpy as np

from flextime_solver.instance.compiled_league import Ints
from flextime_solver.jit.records import MAX_ROUNDS, MAX_TEAMS
from flextime_solver.solution.shared_incumbent import Rank

_LOCK_TIMEOUT_S = 1.0


class ProcessIncumbent:
    """The best games of all processes, in shared memory.

    The process that makes it must keep a reference: the lock ends with the last one.
    """

    def __init__(self) -> None:
        context = get_context("spawn")
        max_games = MAX_TEAMS * MAX_ROUNDS // 2
        # rank (two numbers), number of games, then home, away and slot of each game
        self._shared = context.Array("q", 3 + 3 * max_games)
        self._shared[0] = -1

    def exchange(self, rank: Rank, games: Ints) -> Ints | None:
        """Offer games of a rank; return the shared ones where they are better."""
        lock = self._shared.get_lock()
        # A worker that was killed while it held the lock must not block the others.
        if not lock.acquire(timeout=_LOCK_TIMEOUT_S):
            return None
        try:
            return self._exchange(rank, games)
        finally:
            lock.release()

    def _exchange(self, rank: Rank, games: Ints) -> Ints | None:
        known = np.frombuffer(self._shared.get_obj(), dtype=np.int64)
        best = (int(known[0]), int(known[1]))
        if best[0] < 0 or rank < best:
            known[:3] = (*rank, len(games))
            known[3 : 3 + games.size] = games.ravel()
            return None
        if best == rank:
            return None
        return known[3 : 3 + 3 * int(known[2])].reshape(-1, 3).copy()
