"""How many times dearer hard deviations become, within a cooling and after it.

What a cooling of a league in which only rules count leaves broken tells the next one
what hard deviations have to cost (strategic oscillation, as in `search.cooling`).
"""

DEARER = 2.0
"""After a cooling that leaves many."""
MANY, SOME = 0.5, 0.15
"""Deviations for each team that are many; and after which a slow cooling is dearer than
the brisk one, and does not go on from where the one before it ended."""
FIRM = 4.0
"""In the end, from the best solution on; and within a slow cooling that comes to no
feasible solution."""
_RISING = 0.4
"""Part of a slow cooling after which they do: hotter solutions may break some rule."""
_AFTER_SOME, _AFTER_NONE = 1.4, 0.7
"""After a cooling that leaves some, and a slow one that leaves a hard rule broken, or
none."""


class Dearness:
    """How dear hard deviations are in one cooling; one object a cooling."""

    def __init__(self) -> None:
        self.now = 1.0
        self._looked_at = 0.0

    def rise(self, gone: float, *, feasible: bool) -> None:
        """Become dearer while no solution is without them; `gone` of it is over (0 to 1).

        Where the slow cooling comes to none at all it ends `FIRM` times as dear.
        """
        since = gone - self._looked_at
        self._looked_at = gone
        if not feasible and gone > _RISING:
            self.now *= FIRM ** (since / (1 - _RISING))

    def of_next(self, left: float, *, slow: bool) -> float:
        """How many times the price of this cooling the next one's is.

        `left` deviations for each team are still there at its end.
        """
        if left > MANY:
            return DEARER
        if left > SOME or (slow and left > 0):
            return _AFTER_SOME
        # Not where feasible solutions came only while they rose.
        cheaper = slow and self.now < _AFTER_SOME
        return _AFTER_NONE if cheaper else 1.0
