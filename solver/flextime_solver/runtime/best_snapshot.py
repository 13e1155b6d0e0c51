"""One sequence of snapshots from those of several workers."""

from dataclasses import replace

from flextime_solver.observer import Snapshot


class BestSnapshot:
    """The best incumbent and the highest lower bound of all workers so far.

    A bound that one worker has proven holds for all: they solve the same instance.
    """

    def __init__(self) -> None:
        self._best: Snapshot | None = None
        self._bound: float | None = None

    def update(self, snapshot: Snapshot) -> Snapshot | None:
        """Take in a worker's snapshot.

        Returns
        -------
        Snapshot or None
            The snapshot of the best incumbent with the highest bound; None where the
            worker's snapshot improves neither and its incumbent is worse.
        """
        has_better_bound = snapshot.bound is not None and (
            self._bound is None or snapshot.bound > self._bound
        )
        if has_better_bound:
            self._bound = snapshot.bound
        if self._best is None or _rank(snapshot) <= _rank(self._best):
            self._best = snapshot
            return replace(snapshot, bound=self._bound)
        if not has_better_bound:
            return None
        # The best incumbent was handed on when it came.
        return replace(
            self._best,
            elapsed_s=snapshot.elapsed_s,
            bound=self._bound,
            incumbent=None,
        )


def _rank(snapshot: Snapshot) -> tuple[int, float]:
    return snapshot.infeasibility, snapshot.objective
