"""Where workers meet: the best schedule that any of them has found."""

from typing import Protocol

from flextime_solver.instance.compiled_league import Ints

Rank = tuple[int, int]
"""Hard deviation, then milli-points; smaller is better."""


class SharedIncumbent(Protocol):
    def exchange(self, rank: Rank, games: Ints) -> Ints | None:
        """Offer one's best; the shared best where that is better, else None.

        Games are rows (home, away, slot).
        """
        ...


class NoSharing:
    """For a search that has no company."""

    def exchange(self, rank: Rank, games: Ints) -> Ints | None:
        del rank, games
        return None
