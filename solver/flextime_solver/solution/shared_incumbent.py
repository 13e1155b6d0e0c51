"""The shared incumbent: the best schedule that any of several workers has found."""

from typing import Protocol

from flextime_solver.instance.compiled_league import Ints

Rank = tuple[int, int]
"""Hard deviation, then objective in milli-points; smaller is better."""


class SharedIncumbent(Protocol):
    """A place where workers exchange their best schedules."""

    def exchange(self, rank: Rank, games: Ints) -> Ints | None:
        """Offer a schedule and receive the shared best one if that is better.

        Parameters
        ----------
        rank
            Rank of the offered schedule.
        games
            Its games as rows (home, away, slot).

        Returns
        -------
        Games of the shared best schedule, or None if the offered one is as good.
        """
        ...


class NoSharing:
    """The `SharedIncumbent` of a single worker."""

    def exchange(self, rank: Rank, games: Ints) -> Ints | None:
        """Return None: there is no better schedule."""
        del rank, games
        return None
